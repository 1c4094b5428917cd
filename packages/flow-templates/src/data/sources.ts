import type { RuleSource } from '@sevenstep/rule-engine'

const learn = 'https://learn.microsoft.com'

/** Where the facts about flows and templates were read; rules and data name them by key. */
export const sources = {
  'publish-template': {
    title: 'Publish a template',
    address: `${learn}/power-automate/publish-a-template`,
    seen: '2025-03',
  },
  'publish-template-2018': {
    title: 'Publish a template (Microsoft Flow)',
    address: 'https://github.com/MicrosoftDocs/flow-docs/blob/main/articles/publish-a-template.md',
    seen: '2019-06',
  },
  limits: {
    title: 'Limits for automated, scheduled and instant flows',
    address: `${learn}/power-automate/limits-and-config`,
    seen: '2021-10',
  },
  'workflow-language': {
    title: 'Schema reference for the workflow definition language',
    address: `${learn}/azure/logic-apps/logic-apps-workflow-definition-language`,
    seen: '2024-10',
  },
  functions: {
    title: 'Reference guide to workflow expression functions',
    address: `${learn}/azure/logic-apps/workflow-definition-language-functions-reference`,
    seen: '2024-10',
  },
  variables: {
    title: 'Create variables to store and manage values',
    address: `${learn}/azure/logic-apps/logic-apps-create-variables-store-values`,
    seen: '2025-08',
  },
  'request-and-response': {
    title: 'Receive and respond to inbound HTTP calls',
    address: `${learn}/azure/connectors/connectors-native-reqres`,
    seen: '2025-08',
  },
  'error-reference': {
    title: 'Cloud flow error code reference',
    address: `${learn}/power-automate/error-reference`,
    seen: '2026-06',
  },
  'run-after': {
    title: 'Handle errors and exceptions: the run after setting',
    address: `${learn}/azure/logic-apps/error-exception-handling`,
    seen: '2024-10',
  },
  'context-parameters': {
    title: 'Integrate Power Automate with websites and apps',
    address: `${learn}/power-automate/developer/embed-flow-dev`,
    seen: '2023-02',
  },
  licences: {
    title: 'Types of Power Automate licenses',
    address: `${learn}/power-platform/admin/power-automate-licensing/types`,
    seen: '2025-05',
  },
  overview: {
    title: 'Overview for enterprise developers and partners',
    address: `${learn}/power-automate/developer/dev-enterprise-intro`,
    seen: '2023-02',
  },
  'run-only-users': {
    title: 'Share a cloud flow: run-only users and whose connections are used',
    address: `${learn}/power-automate/create-team-flows`,
    seen: '2024-10',
  },
  'public-packages': {
    title: 'Exports and solutions in public sample repositories',
    address: 'https://github.com/pnp/powerautomate-samples',
    seen: '2026-11',
  },
  'environment-variables': {
    title: 'Environment variables in solutions',
    address: `${learn}/power-apps/maker/data-platform/environmentvariables`,
    seen: '2024-10',
  },
} as const satisfies Readonly<Record<string, RuleSource>>

/** A key of {@link sources}. */
export type SourceKey = keyof typeof sources
