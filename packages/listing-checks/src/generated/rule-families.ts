// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { certificationNotes } from '../rules/access/certification-notes.ts'
import { landingPage } from '../rules/access/landing-page.ts'
import { testDrive } from '../rules/access/test-drive.ts'
import { offerAvailability } from '../rules/availability/offer-availability.ts'
import { offerTerms } from '../rules/availability/offer-terms.ts'
import { listingLinks } from '../rules/links/listing-links.ts'
import { listingDocuments } from '../rules/media/listing-documents.ts'
import { listingLogos } from '../rules/media/listing-logos.ts'
import { listingScreenshots } from '../rules/media/listing-screenshots.ts'
import { listingVideos } from '../rules/media/listing-videos.ts'
import { offerCategories } from '../rules/offer/offer-categories.ts'
import { offerFile } from '../rules/offer/offer-file.ts'
import { offerIdentity } from '../rules/offer/offer-identity.ts'
import { offerSearch } from '../rules/offer/offer-search.ts'
import { appsourcePackage } from '../rules/package/appsource-package.ts'
import { packageAccess } from '../rules/package/package-access.ts'
import { packageInput } from '../rules/package/package-input.ts'
import { offerContacts } from '../rules/people/offer-contacts.ts'
import { offerLeads } from '../rules/people/offer-leads.ts'
import { listingDescription } from '../rules/texts/listing-description.ts'
import { listingName } from '../rules/texts/listing-name.ts'
import { listingSummary } from '../rules/texts/listing-summary.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  certificationNotes,
  landingPage,
  testDrive,
  offerAvailability,
  offerTerms,
  listingLinks,
  listingDocuments,
  listingLogos,
  listingScreenshots,
  listingVideos,
  offerCategories,
  offerFile,
  offerIdentity,
  offerSearch,
  appsourcePackage,
  packageAccess,
  packageInput,
  offerContacts,
  offerLeads,
  listingDescription,
  listingName,
  listingSummary,
]
