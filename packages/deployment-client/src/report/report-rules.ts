import { fillMessage, type Message, type RuleDescription, type Severity } from '@sevenstep/findings'

interface ReportRule {
  readonly severity: Severity
  readonly title: string
  readonly message: Message
}

const again = 'Mend it and run the command again; apply goes on where it ended.'

/** What a report of a deployment is asked, by family; each family decides one item of step 5. */
const families = {
  'deployment-tenant': {
    'report-other-tenant': {
      severity: 'error',
      title: 'The target is not the vendor’s own tenant.',
      message: {
        what: 'The target “{target}” is {tenant}, the tenant that your own people sign in from.',
        why: 'Customers’ flows live in customers’ tenants; what works at home proves nothing about them.',
        fix: 'Deploy into a customer’s tenant, or a test tenant that is set up like one.',
      },
    },
    'report-rehearsal': {
      severity: 'warning',
      title: 'The target is not the emulator’s.',
      message: {
        what: 'The target “{target}” is {tenant}, a tenant of the emulator: this was a rehearsal.',
        why: 'A rehearsal shows that the deployment works, and nothing of a customer’s tenant.',
        fix: 'Run it against the customer’s tenant as well.',
      },
    },
  },
  'deployment-environment': {
    'report-environment-chosen': {
      severity: 'warning',
      title: 'The target is an environment chosen for it, not the default one.',
      message: {
        what: 'The target “{target}” is the default environment of its tenant.',
        why: 'Everybody of the tenant makes things there; whoever tidies up will find yours.',
        fix: 'Ask the customer for an environment of its own, or make sure that the default one is meant.',
      },
    },
  },
  'deployment-rights': {
    'report-rights': {
      severity: 'error',
      title: 'The credential was allowed to do what the deployment needs.',
      message: {
        what: 'In “{target}” the service refused the credential: {detail}',
        why: 'A token for another service, or without the right, is refused at every call.',
        fix: 'Give the account or application the right the refusal names, and run the command again.',
      },
    },
  },
  'deployment-database': {
    'report-database': {
      severity: 'error',
      title: 'The environment has the Dataverse database that the deployment needs.',
      message: {
        what: '“{target}” has no way for a part of the deployment: {detail}',
        why: 'Solutions, connection references and environment variables live in Dataverse.',
        fix: 'Have a database added to the environment, or choose another.',
      },
    },
  },
  'deployment-connectors': {
    'report-connectors-there': {
      severity: 'error',
      title: 'Every connector is there before what uses it.',
      message: { what: 'In “{target}”, {detail}', why: 'What uses a connector cannot be made before it.', fix: again },
    },
  },
  'deployment-connections': {
    'report-connections-there': {
      severity: 'error',
      title: 'Every connection is there and can be used.',
      message: { what: 'In “{target}”, {detail}', why: 'A flow without its connection stays off.', fix: again },
    },
  },
  'deployment-references': {
    'report-references-bound': {
      severity: 'error',
      title: 'Every connection reference is bound to a connection.',
      message: { what: 'In “{target}”, {detail}', why: 'One that is not bound keeps the flow off.', fix: again },
    },
  },
  'deployment-variables': {
    'report-variables-set': {
      severity: 'error',
      title: 'Every environment variable has its value for the target.',
      message: { what: 'In “{target}”, {detail}', why: 'Defaults lead to the vendor’s own systems.', fix: again },
    },
  },
  'deployment-policy': {
    'report-policy-allows': {
      severity: 'error',
      title: 'The data policy that was given allows the connectors together.',
      message: {
        what: 'For “{target}”, {detail}',
        why: 'The policy switches such a flow off, or refuses to switch it on.',
        fix: 'Ask the administrator of the tenant to change the policy for this environment.',
      },
    },
  },
  'deployment-licence': {
    'report-owner-licensed': {
      severity: 'error',
      title: 'Whoever owns the flows has a licence for them.',
      message: {
        what: 'For “{target}”, {detail}',
        why: 'The flows of an owner without a licence are switched off.',
        fix: 'Assign a licence, or deploy with the account that is to own the flows.',
      },
    },
  },
  'deployment-finished': {
    'report-finished': {
      severity: 'error',
      title: 'The deployment ended well in every target.',
      message: { what: 'In “{target}”, {detail}', why: 'Half a deployment is worse than none.', fix: again },
    },
  },
  'deployment-flows-on': {
    'report-flows-on': {
      severity: 'error',
      title: 'Every flow that is to be on is on.',
      message: {
        what: 'In “{target}”, {detail}',
        why: 'A flow that is off does nothing, and says so to nobody.',
        fix: again,
      },
    },
  },
  'deployment-repeated': {
    'report-nothing-new': {
      severity: 'error',
      title: 'A further run finds nothing to do.',
      message: {
        what: 'In “{target}”, {detail}',
        why: 'Things of one name come from runs that do not recognise what the one before made.',
        fix: 'Take the others away in the target, and run the command again.',
      },
    },
  },
  'deployment-removed': {
    'report-taken-out': {
      severity: 'error',
      title: 'What was deployed can be taken out again.',
      message: {
        what: 'In “{target}”, {detail}',
        why: 'Customers leave, and what stays behind keeps running.',
        fix: again,
      },
    },
  },
  'deployment-secrets': {
    'report-no-secret': {
      severity: 'error',
      title: 'Nothing in the report is a secret.',
      message: {
        what: 'This holds {kind}.',
        why: 'Reports and logs travel further than one thinks.',
        fix: 'Withdraw the value where it was issued, and keep it out of what is deployed.',
      },
    },
  },
} as const satisfies Record<string, Readonly<Record<string, ReportRule>>>

type Families = typeof families

/** Families of rules about reports. */
export type ReportFamilyId = keyof Families

/** Ids of the rules about reports. */
export type ReportRuleId = { [Family in ReportFamilyId]: keyof Families[Family] }[ReportFamilyId] & string

/** Every family with its rules, as items name them. */
export const reportRuleFamilies: readonly {
  readonly id: ReportFamilyId
  readonly rules: Readonly<Record<string, ReportRule>>
}[] = Object.entries<Readonly<Record<string, ReportRule>>>(families).map(([id, rules]) => ({
  // The keys of the table above, which `Object.entries` forgets.
  id: id as ReportFamilyId,
  rules,
}))

const rulesById: ReadonlyMap<string, ReportRule> = new Map(
  reportRuleFamilies.flatMap(({ rules }) => Object.entries(rules)),
)

/** How grave a rule's finding is, and what it says. */
export function reportMessage(
  rule: ReportRuleId,
  data: Readonly<Record<string, string>>,
): { readonly severity: Severity; readonly message: Message } {
  const found = rulesById.get(rule)
  if (found === undefined) throw new Error(`There is no rule ${rule}.`)
  return { severity: found.severity, message: fillMessage(found.message, data) }
}

/** Where the rule is explained. */
export function reportDocumentation(rule: string): string {
  return `docs/deployment-findings.md#${rule}`
}

/** Every rule about reports of deployments, for lists and pages. */
export function describeReportRules(): RuleDescription[] {
  return reportRuleFamilies.flatMap(({ id: group, rules }) =>
    Object.entries(rules).map(([id, { severity, title, message }]) => ({
      id,
      group,
      title,
      settings: { deployment: severity },
      messages: { found: message },
      codes: [],
      sources: [],
      documentation: reportDocumentation(id),
    })),
  )
}

/** One page in Markdown for each rule about reports, by its id. */
export function reportRulePages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...rulesById].map(([id, { title, message }]) => [id, `# ${title}\n\n\`${id}\`\n\n${pageOf(message)}`]),
  )
}

function pageOf({ what, why, fix }: Message): string {
  return [
    why,
    '',
    '## What is said',
    '',
    `> ${what}`,
    '',
    '## What to do',
    '',
    fix,
    '',
    '## What it rests on',
    '',
    'A report of `sevenstep deploy` in JSON, as the vendor’s own run printed it. Nobody else has looked into the target.',
    '',
  ].join('\n')
}
