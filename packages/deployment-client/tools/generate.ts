import { z } from 'zod'
import { descriptionSchema } from '../src/description/description-schema.ts'
import { descriptionRules } from '../src/plan/rules/description-rules.ts'
import { preflightRules } from '../src/plan/rules/preflight-rules.ts'
import type { DeploymentRule } from '../src/plan/rules/rule-type.ts'
import { describeReportRules } from '../src/report/report-rules.ts'

/** The JSON Schema of deployment files, and the page of everything that is looked at before an apply. */
export function generate(): readonly { readonly path: string; readonly content: string }[] {
  const schema = z.toJSONSchema(descriptionSchema, { target: 'draft-7', io: 'input' })
  return [
    {
      path: 'packages/deployment-client/schemas/deployment.schema.json',
      content: `${JSON.stringify(schema, undefined, 2)}\n`,
    },
    { path: 'docs/deployment-findings.md', content: findingsPage() },
  ]
}

function findingsPage(): string {
  return `${[
    '# Findings about deployments',
    '',
    'What `sevenstep deploy` says of a description and of a target before anything is changed. An error forbids the apply; a warning deserves a look; a note says what could not be told. Words in braces are filled in.',
    '',
    'This page is made from the rules in `packages/deployment-client/src/plan/rules`.',
    '',
    '## The description',
    '',
    ...section(descriptionRules),
    '## The target',
    '',
    ...section(preflightRules),
    '## A report that was handed in',
    '',
    'What the tracker says of the JSON that a run printed. It is the word of whoever ran it.',
    '',
    ...reportSection(),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function section(rules: Readonly<Record<string, DeploymentRule>>): string[] {
  return Object.entries(rules).flatMap(([id, { title, severity, message }]) => [
    `### deploy-${id}`,
    '',
    `${title} (${severity === 'info' ? 'note' : severity})`,
    '',
    `- What: ${message.what}`,
    `- Why: ${message.why}`,
    `- Do: ${message.fix}`,
    '',
  ])
}

function reportSection(): string[] {
  return describeReportRules().flatMap(({ id, title, settings, messages }) => {
    const { what = '', why = '', fix = '' } = messages.found ?? {}
    return [
      `### ${id}`,
      '',
      `${title} (${settings.deployment})`,
      '',
      `- What: ${what}`,
      `- Why: ${why}`,
      `- Do: ${fix}`,
      '',
    ]
  })
}
