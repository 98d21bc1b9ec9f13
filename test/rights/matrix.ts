// The matrix of rights, typed by hand from the product rules: who may do each action to each thing. Nothing of it comes from the module.
import { executor, names, post } from './people.ts';
import type { Subject } from '../../src/org/rights.ts';

/** The deputy of region A issued it; the control section controls; judged is the share of school 7. */
const task: Subject = {
  issuerPostId: post.deputy.postId,
  issuerOrgPath: '/1/2/4/',
  issuerBody: '/1/2/',
  controllerPostId: post.controller.postId,
  specialControl: false,
};
const ofSchool7: Subject = { ...task, executorPostId: post.head7.postId, executorOrgPaths: ['/1/2/5/6/7/'] };
/** The department is responsible, school 7 a co-executor. */
const coExecutor: Subject = { ...ofSchool7, responsiblePostIds: [post.deptHead.postId] };
const special: Subject = { ...coExecutor, specialControl: true };
const confidential: Subject = { ...ofSchool7, confidential: true };
/** The department gave it to the school itself and controls it. */
const ofDepartment: Subject = {
  ...ofSchool7,
  issuerPostId: post.deptHead.postId,
  issuerOrgPath: '/1/2/5/',
  issuerBody: '/1/2/5/',
  controllerPostId: post.deptHead.postId,
};
/** The parent's deputy gave one task to the akims of both regions; judged is that of B, A is responsible. */
const ofBothRegions: Subject = {
  issuerPostId: post.parentDeputy.postId,
  issuerOrgPath: '/1/14/',
  issuerBody: '/1/',
  controllerPostId: post.parentController.postId,
  specialControl: false,
  executorPostId: post.akimB.postId,
  executorOrgPaths: ['/1/3/'],
  responsiblePostIds: [post.akim.postId],
};
/** Region A's meeting chaired by its deputy. */
const meeting: Subject = {
  orgPath: '/1/2/',
  chairPostId: post.deputy.postId,
  keeperPostId: post.secretary.postId,
  delegatePostIds: [post.secretary.postId],
  participantPostIds: [post.deptHead.postId, post.districtAkim.postId],
};
/** Region A's working group. */
const group: Subject = {
  orgPath: '/1/2/',
  chairPostId: post.deputy.postId,
  participantPostIds: [post.deputy.postId, post.deptHead.postId, post.police.postId],
};
/** The parent's meeting, to which both regions came. */
const parentMeeting: Subject = {
  orgPath: '/1/',
  chairPostId: post.parentDeputy.postId,
  keeperPostId: post.parentSecretary.postId,
  delegatePostIds: [post.parentSecretary.postId],
  participantPostIds: [post.akim.postId, post.akimB.postId],
};
/** Another deputy chairs the sitting at which the report is looked at: that gives no right over it. */
const atMeeting: Subject = { ...ofSchool7, chairPostId: post.otherDeputy.postId };

const above = 'parentAkim parentDeputy parentSecretary parentController parentObserver';
const readersOfA = `${above} akim deputy otherDeputy controller otherController secretary observer`;

export type Row = { actions: string; on: string; subject: Subject; who: string };
const row = (actions: string, on: string, subject: Subject, who: string): Row => ({ actions, on, subject, who });

/** Everybody who is not named is refused. */
export const matrix: Row[] = [
  // To whom each may give a task.
  row('tasks.issue', 'to the akim of the region', { executors: [executor('akim')] }, 'parentAkim parentDeputy'),
  // An assignment of what was said at a sitting: its chair and who stands above the chair.
  row(
    'tasks.convert',
    'of the sitting of the region',
    { chairPostId: post.deputy.postId, executors: [executor('deputy')] },
    'deputy parentAkim parentDeputy akim',
  ),
  // A commitment of one's own: by the heads, for their own post and nothing else.
  row('tasks.promise', 'of a school', { kind: 'commitment', executorPostId: post.head7.postId }, 'head7'),
  row('tasks.promise', 'of a republican body', { kind: 'commitment', executorPostId: post.police.postId }, 'police'),
  row('tasks.promise', 'of somebody who leads nobody', { kind: 'commitment', executorPostId: post.staff7.postId }, ''),
  row(
    'tasks.promise',
    'of oneself and another',
    { kind: 'commitment', executorPostIds: [post.head7.postId, post.head8.postId] },
    '',
  ),
  row('tasks.promise', 'an assignment to oneself', { kind: 'assignment', executorPostId: post.head7.postId }, ''),
  row('tasks.promise', 'nothing said of its kind', { executorPostId: post.head7.postId }, ''),
  row('tasks.issue', 'to a deputy', { executors: [executor('deputy')] }, 'parentAkim parentDeputy akim'),
  row(
    'tasks.issue',
    'to the control section',
    { executors: [executor('controller')] },
    'parentAkim parentDeputy akim deputy otherDeputy',
  ),
  row(
    'tasks.issue',
    'to the akim of a district',
    { executors: [executor('districtAkim')] },
    'parentAkim parentDeputy akim deputy otherDeputy',
  ),
  row(
    'tasks.issue',
    'to the head of a department',
    { executors: [executor('deptHead')] },
    'parentAkim parentDeputy akim deputy otherDeputy',
  ),
  row(
    'tasks.issue',
    'to staff of a department',
    { executors: [executor('deptStaff')] },
    'parentAkim parentDeputy akim deputy otherDeputy deptHead',
  ),
  row(
    'tasks.issue',
    'to a unit',
    { executors: [executor('unitHead')] },
    'parentAkim parentDeputy akim deputy otherDeputy deptHead',
  ),
  row(
    'tasks.issue',
    'to a school below a unit',
    { executors: [executor('head7')] },
    'parentAkim parentDeputy akim deputy otherDeputy deptHead unitHead',
  ),
  row(
    'tasks.issue',
    'to a school of a district',
    { executors: [executor('head11')] },
    'parentAkim parentDeputy akim deputy otherDeputy districtAkim districtDeputy',
  ),
  row(
    'tasks.issue',
    'to staff of a school',
    { executors: [executor('staff7')] },
    'parentAkim parentDeputy akim deputy otherDeputy deptHead head7',
  ),
  row(
    'tasks.issue',
    'to a republican body',
    { executors: [executor('police')] },
    'parentAkim parentDeputy akim deputy otherDeputy',
  ),
  row(
    'tasks.issue',
    'to two schools of one unit',
    { executors: [executor('head7'), executor('head8')] },
    'parentAkim parentDeputy akim deputy otherDeputy deptHead unitHead',
  ),
  row(
    'tasks.issue',
    'to a school of a unit and one of a district',
    { executors: [executor('head7'), executor('head11')] },
    'parentAkim parentDeputy akim deputy otherDeputy',
  ),
  row(
    'tasks.issue',
    'to the akims of both regions',
    { executors: [executor('akim'), executor('akimB')] },
    'parentAkim parentDeputy',
  ),
  row(
    'tasks.issue',
    'to schools of both regions',
    { executors: [executor('head7'), executor('headB')] },
    'parentAkim parentDeputy',
  ),
  row(
    'tasks.issue',
    'to a school of the region beside',
    { executors: [executor('headB')] },
    'parentAkim parentDeputy akimB deputyB deptHeadB',
  ),
  row('tasks.issue', 'to an observer', { executors: [executor('observer')] }, ''),
  row('tasks.issue', 'to nobody', { executors: [] }, ''),

  // What the level that gave it decides.
  row(
    'tasks.correct tasks.extend-all tasks.cancel tasks.mark-special tasks.mark-confidential tasks.mark-public tasks.set-update-rule tasks.set-reminders tasks.end-series',
    'a task of a deputy',
    task,
    'deputy akim parentAkim',
  ),
  row(
    'shares.withdraw shares.replace shares.waive shares.decide-misaddressed extensions.decide reports.reopen discipline.decide',
    'a share of a task of a deputy',
    ofSchool7,
    'deputy akim parentAkim',
  ),
  row(
    'tasks.correct tasks.cancel tasks.extend-all shares.withdraw shares.replace shares.waive extensions.decide reports.reopen tasks.mark-special discipline.decide',
    'a task under special control',
    special,
    'akim parentAkim',
  ),
  row(
    'tasks.correct tasks.cancel tasks.extend-all shares.withdraw shares.replace shares.waive extensions.decide reports.reopen discipline.decide',
    'a task of a department',
    ofDepartment,
    'deptHead akim parentAkim',
  ),
  row('shares.waive', 'the share of a co-executor', coExecutor, 'deputy akim parentAkim deptHead'),
  row(
    'tasks.cancel tasks.correct extensions.decide shares.withdraw',
    'a task for both regions',
    ofBothRegions,
    'parentDeputy parentAkim',
  ),

  // Judging.
  row('tasks.close tasks.add-executor tasks.nudge', 'a task of a deputy', task, 'deputy controller akim parentAkim'),
  row('tasks.close tasks.add-executor', 'a task under special control', special, 'akim parentAkim'),
  row('tasks.nudge', 'a task under special control', special, 'deputy akim parentAkim'),
  row('tasks.close tasks.nudge tasks.add-executor', 'a task of a department', ofDepartment, 'deptHead akim parentAkim'),
  row(
    'reports.accept reports.return reports.ask',
    'a report of a school',
    ofSchool7,
    'deputy controller akim parentAkim',
  ),
  row('reports.accept reports.return reports.ask', 'a report under special control', special, 'akim parentAkim'),
  row(
    'reports.accept reports.return reports.ask',
    'the part of a co-executor',
    coExecutor,
    'deputy controller akim parentAkim deptHead',
  ),
  row('reports.accept reports.return', 'a report to the department', ofDepartment, 'deptHead akim parentAkim'),
  row(
    'reports.accept reports.return',
    'the part of one region, the other being responsible',
    ofBothRegions,
    'parentDeputy parentController parentAkim',
  ),
  row(
    'reports.accept reports.return',
    'a report at a sitting that another deputy chairs',
    atMeeting,
    'deputy controller akim parentAkim',
  ),
  row('extensions.opine', 'the request of a co-executor', coExecutor, 'controller deptHead'),
  row('extensions.opine', 'the request of a school', ofSchool7, 'controller'),

  // The executor's own.
  row(
    'shares.acknowledge shares.report shares.misaddressed shares.block shares.ask shares.hand-down extensions.ask extensions.withdraw discipline.appeal',
    'the share of school 7',
    ofSchool7,
    'head7',
  ),
  row('shares.acknowledge shares.report extensions.ask', 'the share of region B', ofBothRegions, 'akimB'),
  row('shares.answer', 'a question to school 7', { askedPostId: post.head7.postId }, 'head7'),
  row('shares.answer', 'a question to the controller', { askedPostId: post.controller.postId }, 'controller'),

  // Numbers by organisation.
  row(
    'indicators.keep indicators.fill',
    'numbers of the department',
    { orgPath: '/1/2/5/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead',
  ),
  row(
    'indicators.fill',
    'numbers of school 7',
    { orgPath: '/1/2/5/6/7/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead unitHead head7',
  ),

  // Findings of inspections.
  row(
    'findings.import findings.withdraw',
    'a finding at school 7',
    { orgPath: '/1/2/5/6/7/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead unitHead',
  ),
  row(
    'findings.import findings.withdraw',
    'a finding at the department',
    { orgPath: '/1/2/5/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary',
  ),
  row('findings.see', 'a finding at school 7', { orgPath: '/1/2/5/6/7/' }, `${readersOfA} deptHead unitHead head7`),
  row('findings.see', 'a finding at school 8', { orgPath: '/1/2/5/6/8/' }, `${readersOfA} deptHead unitHead head8`),

  // The register of problems.
  row(
    'problems.keep',
    'a problem of school 7',
    { orgPath: '/1/2/5/6/7/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead unitHead head7',
  ),
  row('problems.see', 'a problem of school 7', { orgPath: '/1/2/5/6/7/' }, `${readersOfA} deptHead unitHead head7`),
  row(
    'problems.see',
    'a problem of the region beside',
    { orgPath: '/1/3/' },
    `${above} akimB deputyB controllerB secretaryB observerB`,
  ),

  // Working groups: of the region, headed by its deputy, with the department and the police.
  row(
    'groups.keep',
    'a group of the region',
    group,
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary',
  ),
  row(
    'groups.keep',
    'a group of the department, headed by its head',
    { orgPath: '/1/2/5/', chairPostId: post.deptHead.postId },
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary deptHead',
  ),
  row(
    'programmes.keep',
    'the dictionary of the region',
    { orgPath: '/1/2/' },
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary',
  ),
  row('groups.see', 'a group of the region', group, `${readersOfA} deptHead police`),

  // Roadmaps.
  row(
    'roadmaps.draft',
    'a roadmap of the department',
    { orgPath: '/1/2/5/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead',
  ),
  row('roadmaps.see', 'a roadmap of the department', { orgPath: '/1/2/5/' }, `${readersOfA} deptHead`),
  row('roadmaps.approve', 'a roadmap that the deputy is to approve', { issuerPostId: post.deputy.postId }, 'deputy'),
  row('roadmaps.amend', 'a roadmap of the deputy', task, 'deputy akim parentAkim'),
  row('roadmaps.mark-milestone', 'a measure of school 7', ofSchool7, 'deputy controller akim parentAkim head7'),

  // Printed forms.
  row(
    'documents.print',
    'of the department',
    { orgPath: '/1/2/5/' },
    'parentAkim parentDeputy parentSecretary parentController akim deputy otherDeputy controller otherController secretary deptHead',
  ),
  row(
    'documents.print',
    'of the region beside',
    { orgPath: '/1/3/' },
    'parentAkim parentDeputy parentSecretary parentController akimB deputyB controllerB secretaryB',
  ),

  // Looking.
  row('tasks.see', 'a task for a school', ofSchool7, `${readersOfA} deptHead unitHead head7`),
  row('tasks.see', 'a task of a department', ofDepartment, `${readersOfA} deptHead unitHead head7`),
  row('tasks.see', 'a confidential task', confidential, 'deputy controller head7 akim secretary parentAkim'),
  row(
    'tasks.see',
    'a task of the parent for both regions',
    {
      ...ofBothRegions,
      executorPostId: undefined,
      executorPostIds: [post.akim.postId, post.akimB.postId],
      executorOrgPaths: ['/1/2/', '/1/3/'],
    },
    `${above} akim deputy otherDeputy controller otherController secretary observer akimB deputyB secretaryB controllerB observerB`,
  ),
  row(
    'digests.read',
    'the region',
    { orgPath: '/1/2/' },
    `${above} akim deputy otherDeputy controller otherController secretary observer`,
  ),
  row('digests.read', 'a school', { orgPath: '/1/2/5/6/7/' }, `${readersOfA} deptHead unitHead head7`),
  row(
    'digests.read',
    'the region beside',
    { orgPath: '/1/3/' },
    `${above} akimB deputyB secretaryB controllerB observerB`,
  ),

  // Meetings and resolutions.
  row(
    'resolutions.draft',
    'the region',
    meeting,
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary',
  ),
  row(
    'resolutions.draft',
    'a district',
    { orgPath: '/1/2/9/' },
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary districtAkim districtDeputy districtSecretary',
  ),
  row('resolutions.draft', 'the parent', { orgPath: '/1/' }, 'parentAkim parentDeputy parentSecretary'),
  row(
    'resolutions.teach',
    'the region',
    meeting,
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary adminPost systemAdmin',
  ),
  row('resolutions.adopt resolutions.revoke resolutions.amend', 'what the deputy chairs', meeting, 'deputy'),
  row(
    'resolutions.adopt',
    'what a secretary was made to chair',
    { ...meeting, chairPostId: post.secretary.postId },
    '',
  ),
  row('resolutions.register-paper', 'what the deputy chairs', meeting, 'secretary'),
  row(
    'resolutions.register-paper',
    'with a leave for another body',
    { ...meeting, delegatePostIds: [post.districtSecretary.postId] },
    '',
  ),
  row('resolutions.agree', 'the region', meeting, 'deptHead districtAkim'),
  row(
    'resolutions.delegate',
    'as a chair',
    {},
    'parentAkim parentDeputy akim deputy otherDeputy districtAkim districtDeputy deptHead police akimB deputyB deptHeadB',
  ),
  row(
    'meetings.keep',
    'the region',
    meeting,
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary',
  ),
  row('meetings.see', 'the region', meeting, `${readersOfA} deptHead districtAkim`),
  row('meetings.see', 'the parent', parentMeeting, `${above} akim akimB`),
  row('resolutions.see', 'the region', meeting, readersOfA),
  row('resolutions.see', 'the parent', parentMeeting, above),

  // People, groups, calendar.
  row('org.act-as', 'whoever holds a post', {}, names.join(' ')),
  row(
    'org.keep-people org.hand-over',
    'a school',
    { orgPath: '/1/2/5/6/7/' },
    'parentSecretary secretary adminPost systemAdmin',
  ),
  row(
    'org.keep-people',
    'a school of the district',
    { orgPath: '/1/2/9/11/' },
    'parentSecretary secretary districtSecretary adminPost systemAdmin',
  ),
  row('org.keep-people', 'the region beside', { orgPath: '/1/3/' }, 'parentSecretary secretaryB systemAdmin'),
  row('org.import org.erase', 'anybody', {}, 'systemAdmin'),
  row(
    'groups.bind',
    'a school',
    { orgPath: '/1/2/5/6/7/' },
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary adminPost deptHead unitHead head7 systemAdmin',
  ),
  row(
    'groups.bind',
    'the region beside',
    { orgPath: '/1/3/' },
    'parentAkim parentDeputy parentSecretary akimB deputyB secretaryB systemAdmin',
  ),
  row(
    'reminders.set-policy',
    'a school',
    { orgPath: '/1/2/5/6/7/' },
    'parentAkim parentDeputy parentSecretary akim deputy otherDeputy secretary deptHead unitHead head7',
  ),
  row(
    'reminders.set-policy',
    'the region beside',
    { orgPath: '/1/3/' },
    'parentAkim parentDeputy parentSecretary akimB deputyB secretaryB',
  ),
  row('calendar.edit', 'for all', {}, 'adminPost systemAdmin'),
];

const all = 'draft issued in_progress closed cancelled';
const shares = 'assigned acknowledged submitted returned accepted misaddressed withdrawn';

/** Action -> states in which it is possible, of all states there are. */
export const states: Record<
  'task' | 'share' | 'extension' | 'resolution',
  { all: string; possible: [string, string][] }
> = {
  task: {
    all,
    possible: [
      [
        'tasks.correct tasks.extend-all tasks.cancel tasks.close tasks.nudge tasks.add-executor tasks.mark-special tasks.mark-confidential tasks.mark-public tasks.set-update-rule tasks.set-reminders tasks.end-series',
        'issued in_progress',
      ],
      [
        'shares.acknowledge shares.report shares.misaddressed shares.block shares.ask shares.hand-down shares.withdraw shares.replace shares.waive shares.decide-misaddressed',
        'issued in_progress',
      ],
      [
        'reports.accept reports.return reports.ask reports.reopen extensions.ask extensions.decide extensions.opine',
        'issued in_progress',
      ],
    ],
  },
  share: {
    all: shares,
    possible: [
      ['shares.acknowledge', 'assigned acknowledged submitted returned accepted misaddressed'],
      ['shares.report', 'assigned acknowledged returned submitted'],
      ['shares.misaddressed', 'assigned acknowledged'],
      ['extensions.ask shares.hand-down', 'assigned acknowledged returned'],
      ['shares.withdraw shares.replace shares.waive', 'assigned acknowledged returned submitted misaddressed'],
      ['shares.decide-misaddressed', 'misaddressed'],
      ['reports.accept reports.return', 'submitted'],
      ['reports.reopen', 'accepted'],
    ],
  },
  extension: {
    all: 'requested approved declined withdrawn expired',
    possible: [['extensions.withdraw extensions.opine extensions.decide', 'requested']],
  },
  resolution: {
    all: 'draft agreed adopted on_control closed cancelled',
    possible: [
      ['resolutions.draft resolutions.adopt resolutions.register-paper', 'draft agreed'],
      ['resolutions.agree', 'draft'],
      ['resolutions.revoke resolutions.amend', 'adopted on_control'],
    ],
  },
};
