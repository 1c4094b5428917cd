import type { Formatting } from './formatting.ts'
import { handInEn } from './hand-in.en.ts'

/** Words of the file check. */
export const checksEn = (format: Formatting) => ({
  title: 'File check',
  headlines: {
    none: (name: string) => `Nothing of ${name} has been checked yet`,
    /** `isOne` where the things named are one in grammar. */
    passed: (things: string, isOne: boolean) => `${things} ${isOne ? 'meets' : 'meet'} the requirements we check`,
    failed: (things: string, isOne: boolean) =>
      `${things} ${isOne ? 'does' : 'do'} not yet meet the requirements we check`,
    /** Nothing was found, and rules that could block had nothing to look at. */
    'passed in part': (things: string) => `Nothing is wrong in what could be checked of ${things}`,
    running: (name: string) => `Files of ${name} are being checked`,
    error: (name: string) => `These files of ${name} could not be checked`,
    'timed-out': (name: string) => `The check of these files of ${name} took too long`,
    cancelled: (name: string) => `The check of these files of ${name} was stopped`,
  },
  /** What was judged, as a headline names it. */
  things: {
    connector: { one: 'the connector', other: 'the connectors' },
    'connector-archive': { one: 'the connector', other: 'the connectors' },
    'certification-package': { one: 'the certification package', other: 'the certification packages' },
    solution: { one: 'the connector', other: 'the connectors' },
    file: { one: 'the file of a connector', other: 'the files of connectors' },
    'app registration': { one: 'the app registration', other: 'the app registrations' },
    'host page': { one: 'the page', other: 'the pages' },
    'flow package': { one: 'the flow', other: 'the flows' },
    'flow solution': { one: 'the solution', other: 'the solutions' },
    'flow definition': { one: 'the flow', other: 'the flows' },
    'template submission': { one: 'the submission', other: 'the submissions' },
    'deployment report': { one: 'the deployment', other: 'the deployments' },
    licences: { one: 'the lists of licences', other: 'the lists of licences' },
    offer: { one: 'the offer', other: 'the offers' },
  },
  /** Where they are of more kinds than a heading names. */
  severalThings: (count: number) => `${format.number(count)} parts of what was handed in`,
  reportHeadlines: {
    passed: (name: string) => `Nothing in the report speaks against the deployment of ${name}`,
    failed: (name: string) => `The report says what the deployment of ${name} still lacks`,
  },
  notVerdict: 'our check, not Microsoft’s verdict',
  counted: (errors: number, warnings: number, notes: number) =>
    [
      format.count(errors, { one: 'error', other: 'errors' }),
      format.count(warnings, { one: 'warning', other: 'warnings' }),
      ...(notes > 0 ? [format.count(notes, { one: 'note', other: 'notes' })] : []),
    ].join(', '),
  measured: (operations: number, rules: number) =>
    `${format.count(operations, { one: 'operation', other: 'operations' })}, ${format.count(rules, { one: 'rule', other: 'rules' })}`,
  milliseconds: (value: number) => `in ${format.number(value)} ms`,
  howChecked: 'How this was checked',
  ruleSet: (version: string) => `rule set ${version}`,
  profiles: {
    'verified-publisher': 'as a verified publisher',
    'independent-publisher': 'as an independent publisher',
    custom: 'as a custom connector',
  },
  judgedAs: {
    'sign-in-checks': 'as an app registration in production',
    'flow-embed': 'as a page in production',
    'flow-templates': 'as a template for customers',
    'deployment-client': 'reported by the ISV’s own run; nobody else has looked into the target',
    'licensing-checks': 'as the licences of one customer in production',
    'listing-checks': 'as an offer for AppSource',
  },
  editions: { current: 'by the programme as it is today', '2018-02': 'by the programme of February 2018' },
  recognised: {
    title: 'What was recognised',
    all: 'what was handed in',
    kinds: {
      connector: 'Connector',
      'connector-archive': 'Connector, zipped',
      'certification-package': 'Certification package',
      solution: 'Connector of a solution',
      file: 'File of a connector',
      'app registration': 'App registration',
      'host page': 'Page that embeds Power Automate',
      'flow package': 'Exported flow',
      'flow solution': 'Solution with flows',
      'flow definition': 'Flow without its package',
      'template submission': 'Submission of a template',
      'deployment report': 'Report of a deployment',
      licences: 'Lists of licences',
      offer: 'Offer for AppSource',
    },
    more: (count: number) => `and ${format.number(count)} more`,
    reported: 'Facts that were handed in with it. They are the ISV’s own word; nobody else has looked.',
    facts: (names: readonly string[], steps: string) => `${format.list(names)}, for ${steps}`,
    unrecognised: (count: number) =>
      `${format.count(count, { one: 'file', other: 'files' })} ${format.plural(count, { one: 'was', other: 'were' })} not recognised`,
    idle: (count: number) =>
      `${format.count(count, { one: 'package holds', other: 'packages hold' })} nothing that is checked`,
    unrecognisedWhy: 'Nothing that we check is told from their content, so nobody judged them.',
    unread: 'Not everything could be read',
    unreadMeans: 'What it belongs to was left out as a whole and decides nothing. Everything else counts.',
  },
  handedOn: {
    intro: 'What one part shows, another was judged with. We read it in these files ourselves.',
    from: 'from',
    facts: {
      templateParameters: 'the parameters that templates declare',
      flows: 'the flows that are meant to run',
      landingPageSignIn: 'how the sign-in of the landing page is registered',
    },
  },
  flows: {
    title: (count: number) => (count === 1 ? 'The flow, drawn' : `The ${format.number(count)} flows, drawn`),
    name: (name: string, subject: string) => `${name} (${subject})`,
    label: (name: string) => `Drawing of ${name}`,
    inWords: 'The same in words',
    ownPage: 'This drawing is large and has a page of its own',
    none: 'This flow is not drawn: a secret stands in one of its names, or the drawings became too large.',
    all: (count: number) => `All ${format.number(count)} flows`,
    sub: (subject: string) => `Drawn from ${subject}, as it was checked.`,
  },
  ...handInEn(format),
  files: {
    title: 'Files',
    fails: 'has errors',
    warns: 'has warnings',
    passes: 'passes',
    notes: (count: number) => format.count(count, { one: 'note', other: 'notes' }),
    counts: (errors: number, warnings: number) =>
      [
        ...(errors > 0 ? [format.count(errors, { one: 'error', other: 'errors' })] : []),
        ...(warnings > 0 ? [format.count(warnings, { one: 'warning', other: 'warnings' })] : []),
      ].join(', '),
    beside: 'not judged',
    further: (count: number) => format.count(count, { one: 'more file', other: 'more files' }),
  },
  empty: {
    title: 'See what Microsoft would stumble over',
    why: 'Drop what you have of any step, and every finding appears here with its place and its fix: your connector’s folder or certification package, the manifest of your app registration, the page that embeds Power Automate, an exported flow or a solution, the report of a deployment, lists of a customer’s licences and flows, the folder of your offer. Nothing is sent to Microsoft.',
  },
  running: {
    title: 'The check is under way',
    why: 'This page looks again by itself every two seconds. You can leave it; the result stays.',
    again: 'Look again',
    stop: 'Stop this check',
  },
  over: {
    nothing: 'Nothing was checked',
    stopped: 'Stopped before it was done',
    cancelled: 'Nothing about the checklist changed.',
    kept: 'Nothing about the checklist changed: a check that does not end says nothing about your files.',
    again: 'Hand in the files again to check them.',
  },
  filter: {
    label: 'Findings',
    all: 'All',
    error: 'Errors',
    warning: 'Warnings',
    info: 'Notes',
    new: 'New',
    none: 'No finding of this kind.',
  },
  passed: {
    title: 'Nothing to mend',
    why: 'No rule that we check found anything in these files. Only Microsoft decides.',
  },
  reported: {
    title: 'What the report says of the checklist',
    source: 'Source: the ISV’s own run. What it is silent of stays as it was.',
    item: 'Item',
    value: 'Value',
  },
  finding: {
    fix: 'Fix',
    wholeFile: (path: string) => `${path}, the whole file`,
    more: (count: number) => format.count(count, { one: 'more place', other: 'more places' }),
    unlisted: (count: number) => `and ${format.number(count)} more; the JSON has them all`,
    explained: 'Rule explained',
    item: 'Checklist item, and how to disagree',
    isNew: 'New since the last check',
    wouldWrite: { automatic: 'What the fix writes', proposed: 'What could be written, for you to decide' },
    automatic: 'fix available',
    code: (code: string) => `Microsoft’s code ${code}`,
  },
  notes: (count: number) =>
    format.count(count, { one: 'note, advice that blocks nothing', other: 'notes, advice that blocks nothing' }),
  notChecked: {
    title: (count: number) => `${format.count(count, { one: 'rule', other: 'rules' })} could not be checked`,
    notice: 'What to hand in',
    why: 'Why',
    rules: (count: number) => format.count(count, { one: 'rule', other: 'rules' }),
  },
  secrets: {
    title: (files: number) =>
      files === 1
        ? 'One file holds a secret. It was not stored.'
        : `${format.number(files)} files hold a secret. They were not stored.`,
    place: (path: string, line: number) => `${path}, line ${format.number(line)}`,
    todo: 'Remove the value from the file and withdraw it where it was issued: whoever has seen the file knows it.',
  },
  difference: {
    title: 'Since the last check',
    appeared: (count: number) => `${format.number(count)} new`,
    gone: (count: number) => `${format.number(count)} gone`,
    stayed: (count: number) => `${format.number(count)} still there`,
    goneList: 'What is gone',
  },
  counts: {
    yes: (steps: string) => `This check counts: the items of ${steps} rest on it.`,
    notNeeded: (steps: string) =>
      `This check counts. Your answers do not ask for ${steps}, so none of its items rests on it until they do.`,
    stays: 'What it had nothing to look at for stays as an earlier check left it, with its date.',
    no: 'Only a try: no item rests on it.',
    save: (steps: string) => `Save as evidence for ${steps}`,
  },
  fixes: {
    apply: (count: number) => `Apply ${format.count(count, { one: 'safe fix', other: 'safe fixes' })}`,
    headline: (count: number, files: number) =>
      `${format.count(count, { one: 'fix', other: 'fixes' })} in ${format.count(files, { one: 'file', other: 'files' })} can be made for you`,
    none: 'There is nothing left that can be fixed for you',
    noneWhy:
      'What is left needs a decision of yours, or stands in an archive or in a file that was not kept because of a secret.',
    sub: 'Each keeps the meaning and invents nothing. Your own files stay as they are until you replace them.',
    download: 'Download the fixed files',
    left: (count: number) =>
      `${format.count(count, { one: 'file', other: 'files' })} with a secret ${format.plural(count, { one: 'is', other: 'are' })} not among them: we did not keep ${format.plural(count, { one: 'it', other: 'them' })}.`,
    inFile: (count: number) => format.count(count, { one: 'fix', other: 'fixes' }),
    changes: (path: string) => `What changes in ${path}`,
    back: 'Back to the findings',
  },
  downloads: { label: 'Download', sarif: 'SARIF', json: 'JSON', markdown: 'Markdown' },
  rerun: 'Check the same files again',
  runs: {
    title: 'Earlier checks',
    states: {
      queued: 'waiting',
      running: 'under way',
      passed: 'meets',
      failed: 'not yet',
      error: 'could not be checked',
      cancelled: 'stopped',
      'timed-out': 'took too long',
    },
    onlyTry: 'only a try',
    by: (name: string) => `by ${name}`,
    more: (name: string, count: number) => `${name} and ${format.number(count)} more`,
  },
  rule: {
    back: 'File check',
    microsoft: 'Microsoft’s codes',
  },
  flash: {
    counted: 'The items of its step now rest on this check.',
    stopped: 'The check was stopped.',
    endedAlready: 'The check had ended already.',
  },
})

/** What every language has to say of the file check. */
export type ChecksTexts = ReturnType<typeof checksEn>
