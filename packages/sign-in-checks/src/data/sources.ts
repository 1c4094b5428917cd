import type { RuleSource } from '@sevenstep/rule-engine'

const learn = 'https://learn.microsoft.com'

/** Where the facts of this room were read; rules and data name them by key. */
export const sources = {
  'reply-url': {
    title: 'Redirect URI restrictions and limitations',
    address: `${learn}/entra/identity-platform/reply-url`,
    seen: '2024-08',
  },
  'graph-manifest': {
    title: 'App manifest in Microsoft Graph format',
    address: `${learn}/entra/identity-platform/reference-microsoft-graph-app-manifest`,
    seen: '2025-01',
  },
  'old-manifest': {
    title: 'App manifest in Azure AD Graph format',
    address: `${learn}/entra/identity-platform/reference-app-manifest`,
    seen: '2024-10',
  },
  'admin-consent': {
    title: 'Admin consent on the Microsoft identity platform',
    address: `${learn}/entra/identity-platform/v2-admin-consent`,
    seen: '2024-10',
  },
  'publisher-verification': {
    title: 'Publisher verification',
    address: `${learn}/entra/identity-platform/publisher-verification-overview`,
    seen: '2024-10',
  },
  embed: {
    title: 'Integrate Power Automate with websites and apps',
    address: `${learn}/power-automate/developer/embed-flow-dev`,
    seen: '2023-02',
  },
  'embed-2018': {
    title: 'Integrate Microsoft Flow with websites and apps',
    address: 'https://github.com/MicrosoftDocs/flow-docs/blob/main/articles/developer/embed-flow-dev.md',
    seen: '2021-07',
  },
  'isv-overview': {
    title: 'Overview for enterprise developers and partners',
    address: `${learn}/power-automate/developer/dev-enterprise-intro`,
    seen: '2023-02',
  },
  'web-api': {
    title: 'Work with cloud flows using code',
    address: `${learn}/power-automate/manage-flows-with-code`,
    seen: '2024-10',
  },
  'landing-page': {
    title: 'Build the landing page for a free or trial SaaS offer',
    address: `${learn}/partner-center/marketplace-offers/azure-ad-free-or-trial-landing-page`,
    seen: '2024-06',
  },
  'connector-entra': {
    title: 'Use an Azure function from Power Apps and Power Automate',
    address: `${learn}/azure/azure-functions/app-service-export-api-to-powerapps-and-flow`,
    seen: '2017-12',
  },
  'partner-center': {
    title: 'Partner Center authentication',
    address: `${learn}/partner-center/developer/partner-center-authentication`,
    seen: '2025-06',
  },
  'graph-permissions': {
    title: 'Microsoft Graph permissions reference',
    address: `${learn}/graph/permissions-reference`,
    seen: '2025-06',
  },
  'access-tokens': {
    title: 'Access tokens on the Microsoft identity platform',
    address: `${learn}/entra/identity-platform/access-tokens`,
    seen: '2024-10',
  },
  'public-code': {
    title: 'Registrations in public source code, the permission list of the community CLI among them',
    address: 'https://github.com/pnp/cli-microsoft365',
    seen: '2026-11',
  },
} as const satisfies Readonly<Record<string, RuleSource>>

/** A key of {@link sources}. */
export type SourceKey = keyof typeof sources
