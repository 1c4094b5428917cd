import type { RuleSource } from '@sevenstep/rule-engine'

const learn = 'https://learn.microsoft.com'
const offers = `${learn}/partner-center/marketplace-offers`

/** Where the facts of this room were read; rules and data name them by key. */
export const sources = {
  'dataverse-setup': {
    title: 'Create a Dynamics 365 apps on Dataverse and Power Apps offer',
    address: `${offers}/dynamics-365-customer-engage-offer-setup`,
    seen: '2022-07',
  },
  'dataverse-listing': {
    title: 'Configure the listing details of an offer on Dataverse and Power Apps',
    address: `${offers}/dynamics-365-customer-engage-offer-listing`,
    seen: '2022-07',
  },
  'dataverse-properties': {
    title: 'Configure the properties of an offer on Dataverse and Power Apps',
    address: `${offers}/dynamics-365-customer-engage-properties`,
    seen: '2022-07',
  },
  'dataverse-technical': {
    title: 'Set up the technical configuration of an offer on Dataverse and Power Apps',
    address: `${offers}/dynamics-365-customer-engage-technical-configuration`,
    seen: '2022-07',
  },
  'dataverse-availability': {
    title: 'Configure the availability of an offer on Dataverse and Power Apps',
    address: `${offers}/dynamics-365-customer-engage-availability`,
    seen: '2022-07',
  },
  'dataverse-plan': {
    title: 'Plan a Microsoft Dynamics 365 offer',
    address: `${offers}/marketplace-dynamics-365`,
    seen: '2022-07',
  },
  'saas-listing': {
    title: 'Configure the listing details of a SaaS offer',
    address: `${offers}/create-new-saas-offer-listing`,
    seen: '2022-07',
  },
  'saas-plan': { title: 'Plan a SaaS offer', address: `${offers}/plan-saas-offer`, seen: '2022-07' },
  'saas-sign-in': {
    title: 'Entra ID and transactable SaaS offers',
    address: `${offers}/azure-ad-saas`,
    seen: '2022-07',
  },
  'landing-page': {
    title: 'Build the landing page for a free or trial SaaS offer',
    address: `${offers}/azure-ad-free-or-trial-landing-page`,
    seen: '2024-06',
  },
  'listing-criteria': {
    title: 'Content validation criteria of the marketplace',
    address: `${offers}/marketplace-criteria-content-validation`,
    seen: '2022-07',
  },
  'listing-practices': {
    title: 'Offer listing best practices, categories and industries',
    address: `${offers}/gtm-offer-listing-best-practices`,
    seen: '2022-07',
  },
  'appsource-package': {
    title: 'Create an AppSource package for your app',
    address: `${learn}/power-platform/developer/appsource/create-package-app`,
    seen: '2024-07',
  },
  'appsource-checklist': {
    title: 'App certification checklist',
    address: `${learn}/power-platform/developer/appsource/appendix-app-certification-checklist`,
    seen: '2024-07',
  },
  leads: {
    title: 'Customer leads from your marketplace offer',
    address: `${offers}/customer-lead-management`,
    seen: '2023-05',
  },
  'test-drive-2018': {
    title: 'AppSource test drives with Microsoft Flow',
    address: 'https://github.com/MicrosoftDocs/flow-docs/blob/main/articles/developer/dev-appsource-test-drive.md',
    seen: '2017-09',
  },
  'test-drive-now': {
    title: 'AppSource test drives with Power Automate, with the note that they are deprecated',
    address: `${learn}/power-automate/developer/dev-appsource-test-drive`,
    seen: '2025-03',
  },
  'test-drive-technical': {
    title: 'Test drive technical configuration',
    address: `${offers}/test-drive-technical-configuration`,
    seen: '2023-05',
  },
  'publish-offer': {
    title: 'Review and publish an offer',
    address: `${offers}/review-publish-offer`,
    seen: '2023-05',
  },
  policies: {
    title: 'Commercial marketplace certification policies, by their tables of contents',
    address: `${learn}/legal/marketplace/certification-policies`,
    seen: '2025-06',
  },
  'ingestion-api': {
    title: 'Product Ingestion API',
    address: `${offers}/product-ingestion-api`,
    seen: '2023-05',
  },
} as const satisfies Readonly<Record<string, RuleSource>>

/** A key of {@link sources}. */
export type SourceKey = keyof typeof sources
