// The permission table: every action of the bot, and who may do it, by how a post stands to the thing (product rules, rights). Pure.
import type { ExtensionState, ParticipationState, ResolutionState, TaskState } from '../generated/prisma/client.ts';
import type { Relation } from './rights-relations.ts';

export type Right = {
  /** Any of these is enough; the first that holds names the post that acts. */
  by: Relation[];
  /** Instead of `by` while the task is under special control. */
  special?: Relation[];
  /** Four eyes: never for a share or report of one's own. */
  notOwn?: boolean;
  /** All of these must hold as well. */
  and?: Relation[];
  /** An administrator of the installation may too, without a post. */
  admin?: boolean;
  // States in which it is possible, checked where the subject tells its state.
  task?: TaskState[];
  share?: ParticipationState[];
  extension?: ExtensionState[];
  resolution?: ResolutionState[];
};

const live: TaskState[] = ['issued', 'in_progress'];
const owed: ParticipationState[] = ['assigned', 'acknowledged', 'returned'];
const open: ParticipationState[] = [...owed, 'submitted', 'misaddressed'];
const unadopted: ResolutionState[] = ['draft', 'agreed'];
const adopted: ResolutionState[] = ['adopted', 'on_control'];

/** Who set the task decides what becomes of it; under special control the akim alone. */
const level = { by: ['issuer', 'akim'], special: ['akim'], task: live } satisfies Right;
/** Who judges: also the controller, never under special control. */
const judge = { by: ['issuer', 'controller', 'akim'], special: ['akim'], task: live } satisfies Right;
const judgeShare = { ...judge, by: [...judge.by, 'responsible'], notOwn: true } satisfies Right;
/** Who may look: takers, readers of the subtree, and of a confidential one the akim and the body's secretary. */
const see = { by: ['party', 'akim', 'bodySecretary', 'reader'] } satisfies Right;
const people = { by: ['peopleKeeper'], admin: true } satisfies Right;

const table = {
  // Tasks: given, and changed by the level that gave them.
  'tasks.issue': { by: ['superior'] },
  /** A commitment that a head takes on (source documents, S19): for the own post alone, never an assignment. */
  'tasks.promise': { by: ['promiser'] },
  /** An assignment of what was proposed or promised at a sitting; where none was, whoever may give it does. */
  'tasks.convert': { by: ['chair', 'superior'] },
  /** Its story too: what was, for whoever sees the task now. */
  'tasks.see': see,
  'tasks.correct': level,
  'tasks.extend-all': level,
  'tasks.cancel': level,
  'tasks.close': { ...judge, notOwn: true },
  'tasks.nudge': { ...judge, special: ['issuer', 'akim'] },
  'tasks.add-executor': judge,
  'tasks.mark-special': level,
  'tasks.mark-confidential': level,
  'tasks.mark-public': level,
  'tasks.set-update-rule': level,
  /** When and how it is reminded of, and to pause that. */
  'tasks.set-reminders': level,
  'tasks.end-series': level,
  // The executor's own share.
  'shares.acknowledge': { by: ['executor'], task: live, share: [...open, 'accepted'] },
  'shares.report': { by: ['executor'], task: live, share: [...owed, 'submitted'] },
  'shares.misaddressed': { by: ['executor'], task: live, share: ['assigned', 'acknowledged'] },
  'shares.block': { by: ['executor'], task: live, share: open },
  'shares.ask': { by: ['executor'], task: live, share: open },
  'shares.hand-down': { by: ['executor'], task: live, share: owed },
  'shares.answer': { by: ['asked'] },
  // The issuer's hold on a share.
  'shares.withdraw': { ...level, share: open },
  'shares.replace': { ...level, share: open },
  'shares.waive': { ...level, by: [...level.by, 'responsible'], notOwn: true, share: open },
  'shares.decide-misaddressed': { ...level, notOwn: true, share: ['misaddressed'] },
  // Reports: nobody judges their own.
  'reports.accept': { ...judgeShare, share: ['submitted'] },
  'reports.return': { ...judgeShare, share: ['submitted'] },
  'reports.ask': judgeShare,
  'reports.reopen': { ...level, notOwn: true, share: ['accepted'] },
  // Moving a date.
  'extensions.ask': { by: ['executor'], task: live, share: owed },
  'extensions.withdraw': { by: ['executor'], extension: ['requested'] },
  'extensions.opine': { by: ['controller', 'responsible'], notOwn: true, task: live, extension: ['requested'] },
  'extensions.decide': { ...level, notOwn: true, extension: ['requested'] },
  // The discipline index: disputed by the executor, decided by the level that gave the task, over or not.
  'discipline.appeal': { by: ['executor'] },
  'discipline.decide': { by: ['issuer', 'akim'], special: ['akim'], notOwn: true },
  // Numbers by organisation: kept by whoever leads or serves the body, filled in also by the head of each organisation.
  'indicators.keep': { by: ['bodyOfficial'] },
  'indicators.fill': { by: ['bodyOfficial'] },
  // Roadmaps: written by who leads or serves the body, in force by the press of the one post that gives its measures.
  'roadmaps.draft': { by: ['bodyOfficial'] },
  /** The whole of it; who takes part sees the own measures as tasks. */
  'roadmaps.see': { by: ['reader'] },
  'roadmaps.approve': { by: ['issuer'] },
  'roadmaps.amend': { by: ['issuer', 'akim'] },
  'roadmaps.mark-milestone': { by: ['executor', 'issuer', 'controller', 'akim'], task: live },
  // Findings of inspections: brought in and withdrawn from above, seen by whoever reads the organisation.
  'findings.import': { by: ['bodyAbove'] },
  'findings.withdraw': { by: ['bodyAbove'] },
  'findings.see': { by: ['reader'] },
  // The register of problems: kept by who leads or serves the organisation or one above, seen by whoever reads it.
  'problems.keep': { by: ['bodyOfficial'] },
  'problems.see': { by: ['reader'] },
  // Working groups: made and staffed by who drafts for the body, or by the head who may chair; seen by members too.
  'groups.keep': { by: ['drafter', 'chair'] },
  /** The dictionary of programmes and topics. */
  'programmes.keep': { by: ['drafter'] },
  'groups.see': { by: ['drafter', 'chair', 'participant', 'reader'] },
  // Meetings and resolutions.
  'resolutions.draft': { by: ['drafter'], resolution: unadopted },
  /** The whole of it, in its table, on paper and on a past day; who takes part sees the own items as tasks. */
  'resolutions.see': { by: ['chair', 'drafter', 'reader'] },
  'resolutions.agree': { by: ['participant'], resolution: ['draft'] },
  'resolutions.adopt': { by: ['chair'], resolution: unadopted },
  'resolutions.register-paper': { by: ['delegate'], and: ['drafter'], resolution: unadopted },
  'resolutions.revoke': { by: ['chair'], resolution: adopted },
  'resolutions.amend': { by: ['chair'], resolution: adopted },
  'resolutions.teach': { by: ['drafter', 'peopleKeeper'], admin: true },
  'resolutions.delegate': { by: ['ownChair'] },
  'meetings.keep': { by: ['keeper', 'chair', 'drafter'] },
  'meetings.see': { by: ['keeper', 'chair', 'drafter', 'participant', 'reader'] },
  // What is published and sent of a whole subtree.
  'digests.read': { by: ['reader'] },
  /** Printed forms of the subtree, or of what is seen anyway: leaders, secretaries, controllers. */
  'documents.print': { by: ['bodyOfficial'] },
  // People, groups, calendar.
  'org.keep-people': people,
  'org.hand-over': people,
  'org.act-as': { by: ['anybody'] },
  'org.import': { by: [], admin: true },
  'org.erase': { by: [], admin: true },
  'groups.bind': { by: ['binder'], admin: true },
  /** Of an organisation: its leaders and its secretary, and those above; no administrator. */
  'reminders.set-policy': { by: ['binder'], and: ['reader'] },
  'calendar.edit': { by: ['adminPost'], admin: true },
} satisfies Record<string, Right>;

/** Everything somebody can do with the bot, as `slice.verb`. */
export type Action = keyof typeof table;
/** Actions that an administrator of the installation may do without a post. */
export type AdminAction = { [A in Action]: (typeof table)[A] extends { admin: true } ? A : never }[Action];

export const rights: Record<Action, Right> = table;
export const actions = Object.keys(table) as Action[];
