# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
    [male] Dear Mr { $name },
    [female] Dear Ms { $name },
   *[unknown] Dear { $name },
  }
org-address-unknown = Dear colleague,

org-command-start = Begin
org-command-task = Give an assignment
org-command-meetings = Sittings: agenda, attendance, what is unfinished
org-command-resolution = Enter a resolution of a meeting
org-command-aliases = What executors are called
org-command-my = My assignments
org-command-series = Periodic tasks
org-command-report = Submit a report
org-command-review = Reports for review
org-command-find = Find an assignment by number, words or school
org-command-lists = Lists by filter and saved lists
org-command-parts = An assignment and its parts by number
org-command-collect = Collecting numbers: questions to many, answers, totals
org-command-indicators = Indicators: plan and fact
org-command-roadmap = Roadmaps: progress, chart, table
org-command-findings = Findings of inspections: explanations, remedies
org-command-problems = Register of problems: measures, indicators, closing
org-command-groups = Working groups: members, vacancies, tasks
org-command-programmes = Programmes and topics
org-command-discipline = Executive discipline
org-command-history = History of an assignment
org-command-asof = A resolution as of a past day
org-command-print = Printed forms: protocol, due dates, certificate
org-command-dates = My due dates as a calendar file
org-command-public = Public assignments for the press
org-command-overdue = Overdue assignments
org-command-status = State of assignments
org-command-stats = Pictures: organisations, 8 weeks, schools
org-command-subscribe = Subscribe to the weekly digest
org-command-unsubscribe = Stop the weekly digest
org-command-unreached = Who has not opened the bot yet
org-command-delivery = Delivery of messages
org-command-people = People and posts: appoint, hand over, find
org-command-import = Import the roster of organisations and staff
org-command-reminders = How reminders are sent
org-command-calendar = Working calendar
org-command-link = Link this group to an organisation
org-command-unlink = Unlink this group
org-command-settings = Settings of this group
org-command-whoami = Who am I: name, post, language
org-command-language = Language: қазақша, русский, English
org-command-privacy = My data: what is stored, export, erasure
org-command-help = Help
org-command-cancel = Stop the current action

org-welcome = Hello, <b>{ $name }</b>.
org-help = <b>What you can do</b>
org-help-report = To report, just reply to the message about the assignment: with words, a photo or a document.
org-help-executor = To move a date: open the assignment in /my and press “Ask for more time”. Leave and illness are noted by the secretary.
org-button-help-all = All commands
org-button-help-few = In short
org-help-subject = { $subject ->
    [tasks] Assignments
    [meetings] Meetings and documents
    [numbers] Numbers and lists
    [people] People and organisations
   *[settings] Settings
  }
org-whoami = <b>{ $name }</b>
org-whoami-post = { $acting ->
    [yes] • { $post } (acting)
   *[no] • { $post }
  }
org-whoami-admin = • System administrator
org-whoami-no-post = You hold no post at present. If that is a mistake, ask the administrator or secretary.
org-whoami-language = Language: { $language }
org-language = In which language should I write to you?
org-language-set = Language: { $language }

org-unreached-title = <b>Cannot receive messages: { $total }</b>
org-unreached-none = Everybody appointed has opened the bot and can receive messages.
org-unreached-line = { $why ->
    [blocked] { $post }: { $name } (has blocked the bot)
   *[new] { $post }: { $name } (has not opened the bot yet)
  }

org-start-stranger =
    This is Orynda, a bot that follows assignments until they are carried out. It works by invitation.
    The administrator or secretary of your organisation gives out the links. Open yours, and the bot will know you.
org-join-post =
    <b>Invitation</b>
    { $name }
    Post: { $post }
    Organisation: { $org }
org-join-admin =
    <b>Invitation of an administrator</b>
    Whoever opens this link keeps the roster of organisations and staff, the calendar and the groups.
org-join-consent =
    <b>Personal data</b>
    • Stored: surname, given name, patronymic, post, Telegram id, language; your reports, files and what you do with assignments.
    • Purpose: control of the execution of assignments. The data are used for nothing else.
    • Where: on the server of your body or organisation. Messages pass through Telegram's servers outside Kazakhstan, so do not send documents marked “For official use only” or personal data of children here.
    • Consent can be withdrawn through the administrator.
org-join-question = If this is you and you agree, press the button. The language can be changed here too.
org-join-agree = ✅ This is me, I agree
org-join-decline = Not now
org-join-declined = All right, nothing was stored. The link stays valid until it expires and can be opened again.
org-join-done = ✅ Consent is recorded, you have joined.
org-invite-unknown = There is no such link. Check that it was copied whole, or ask the administrator for a new one.
org-invite-revoked = This link was revoked. Ask the administrator or secretary for a new one.
org-invite-used = This link has been used already. It works once; ask the administrator or secretary for a new one.
org-invite-used-by-you = You have already joined with this link. List of commands: /help
org-invite-expired = This link has expired. Ask the administrator or secretary for a new one.
org-invite-foreign = This link belongs to somebody who has already joined with another Telegram account. If you have changed your account, ask the administrator.
org-invite-other-person = This link is made out to another name, and this Telegram account has joined already. One account can belong to one person only. If the link is yours, ask the administrator to correct the name in the roster.
org-invite-own = You made this link yourself, so you cannot open it. Ask another secretary or administrator to appoint you.

org-import-help =
    <b>Roster of organisations and staff</b>
    Send a CSV or XLSX file here. First the bot shows what would change and lists errors by row; nothing is imported before you press the button.
    One row is one post. Several posts of an organisation are several rows with one code. At most { $max } rows.

    <b>code</b>: code of the organisation (required)
    <b>org_kk, org_ru</b>: its name; one is enough
    <b>parent</b>: code of the organisation above; empty at the top
    <b>type</b>: akimat, office, department, district, unit, school, boarding, supplementary, republican, other
    <b>ownership</b>: state or private (if empty: state)
    <b>subordination</b>: local or republican (if empty: local)
    <b>week</b>: working days in a week, 5 or 6 (if empty: 5)
    <b>post_kk, post_ru</b>: name of the post
    <b>role</b>: akim, deputy, district_akim, district_deputy, dept_head, unit_head, school_head, staff, controller, secretary, observer, admin
    <b>surname, given, patronymic</b>: names of the person; empty if the post is vacant
    <b>gender</b>: male or female
    <b>language</b>: kk, ru or en
    <b>aliases</b>: other names in use, separated by semicolons

    The answer is the same file with a column invite_link: a personal link for each, to be opened once. Days valid: { $days }.
org-import-template = A template with an example. Replace the rows with yours and send the file back.
org-roster-empty = The file has no filled row. Template: /import
org-roster-wrong-file = This does not look like a roster. A CSV or XLSX file is needed; template: /import
org-roster-broken-xlsx = The XLSX file cannot be opened: it is damaged or protected by a password. Save it again and send it once more.
org-roster-broken-csv = The CSV file cannot be read: most likely a quotation mark was opened and not closed. Correct it, or save the file as XLSX.
org-roster-no-header = The first row has no names of columns (code, org_kk, org_ru …). Template: /import
org-roster-no-code = The first row has no column named code. Template: /import
org-roster-column-twice = The column { $column } is there twice. Keep one.
org-roster-too-long = The file has too many rows: { $rows }. At most { $max } are imported at a time; please split the file.
org-roster-not-allowed = The roster is imported by the system administrator.
org-roster-faulty-now = The roster has changed meanwhile, and the file now has errors. Nothing was imported; send the file once more.
org-roster-stale = This button belongs to another file. Send the file you want once more.
org-roster-preview =
    <b>Roster check</b>
    File: { $name }
    Rows: { $rows }
org-roster-counts =
    Organisations: { $orgsAdded } new, { $orgsChanged } to change, { $orgsSame } unchanged
    Posts: { $postsAdded } new, { $postsChanged } to change, { $postsSame } unchanged
    Staff: { $peopleAdded } new (of them a change of person in a post: { $peopleReplaced }), { $peopleChanged } to change, { $peopleSame } unchanged
org-roster-ready = No errors. Import?
org-roster-nothing = Nothing to change: all this is imported already. The button sends the file with links for those who have not joined.
org-roster-import = ✅ Import
org-roster-cancel = Cancel
org-roster-cancelled = Cancelled. Nothing was imported.
org-roster-imported = ✅ <b>The roster is imported</b>
org-roster-links =
    Invitation links: { $links }
    Each is personal and can be opened once. Days valid: { $days }. Give each link only to the person it is for.
org-roster-errors = <b>Errors: { $count }.</b> Nothing was imported. Correct them and send the file again.
org-roster-error = Row { $row }: { $text }
org-roster-more-errors = … and more: { $count }
org-row-no-code = no code of the organisation (code)
org-row-formula = a formula or an error in place of a value: { $words }
org-row-too-long = { $column }: too long, more than { $max } characters
org-row-lost-letters = { $column }: letters were lost when the file was saved, “{ $value }”. Save it as “CSV UTF-8” or XLSX
org-row-unknown-value = { $column }: the value “{ $value }” is unknown. Possible: { $allowed }
org-row-conflict = { $column }: organisation { $code } has another value in row { $row }
org-row-no-name = a new organisation needs a name (org_kk or org_ru)
org-row-no-type = a new organisation needs a type
org-row-unknown-parent = the organisation above, { $parent }, is neither in the file nor in the system
org-row-loop = organisation { $code } stands above itself (parents in a circle)
org-row-other-root = organisation { $code } already belongs to another structure and cannot be moved between structures
org-row-no-role = the person or post has no role
org-row-half-name = both surname and given name are needed
org-row-twice = the post “{ $post }” is already named in row { $row }
org-row-two-holders = the post “{ $post }” already has another person (row { $row }). Give the posts different names
org-row-name-closed = the name “{ $post }” belongs to a closed post of this organisation. Keep the present name or choose another

org-aliases = Names the bot has learned from your corrections. Press one to forget it.
org-aliases-line = • { $words } = { $post }
org-aliases-none = There are no learned names. When a text names an executor the bot does not know and you choose it yourself, the bot remembers the words.
org-alias-forgotten = Forgotten: { $words }
org-alias-forgotten-already = This name is forgotten already.
org-alias-not-yours = Names of this body are changed by those who draft its resolutions.

org-roster-working = Reading the roster, this takes a moment…
org-roster-changed-meanwhile = While you were looking, somebody else imported or changed the roster. Nothing was imported; this is the difference now.
org-roster-more = … and more: { $count }
org-roster-missing-ask = Not in the file, they stay as they are: { $missing }. The button closes these posts; those with assignments stay.
org-roster-button-close = Close those missing: { $missing }
org-roster-closed = ✅ Posts closed: { $closed }. Kept because assignments hang on them: { $busy }.
org-diff-whole = The whole list of changes.
org-diff-body-added = <b>New organisations: { $count }</b>
org-diff-body-changed = <b>Changes of organisations: { $count }</b>
org-diff-post-added = <b>New posts: { $count }</b>
org-diff-post-changed = <b>Changes of posts: { $count }</b>
org-diff-handed-over = <b>Posts handed over: { $count }</b>
org-diff-person-added = <b>Appointments: { $count }</b>
org-diff-person-changed = <b>Changes of personal data: { $count }</b>
org-diff-missing = <b>Not in the file: { $count }</b>
org-diff-name-body-added = new organisation
org-diff-name-body-changed = organisation
org-diff-name-post-added = new post
org-diff-name-post-changed = post
org-diff-name-handed-over = post handed over
org-diff-name-person-added = appointment
org-diff-name-person-changed = personal data
org-diff-name-missing = not in the file
org-diff-column-kind = Kind
org-diff-column-where = Where
org-diff-column-what = What
org-diff-column-before = Before
org-diff-column-after = After
org-field-namekk = name in Kazakh
org-field-nameru = name in Russian
org-field-type = kind
org-field-ownership = ownership
org-field-subordination = subordination
org-field-week = working week
org-field-number = number
org-field-aliases = other names
org-field-parent = organisation above
org-field-surname = surname
org-field-given = given name
org-field-patronymic = patronymic
org-field-gender = gender
org-field-locale = language
