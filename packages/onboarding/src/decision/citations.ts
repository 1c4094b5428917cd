import type { Citation } from '../vocabulary.ts'

/** A table row or section of Microsoft's page of January 2018 (in Dutch) that lists the seven steps. */
export function sevenStepPage(place: string): Citation {
  return {
    source: 'Microsoft Flow voor ontwikkelaars in organisaties, ISV’s en partners',
    inEnglish: 'Microsoft Flow for enterprise developers, ISVs and partners (in Dutch)',
    place,
    url: 'https://learn.microsoft.com/power-automate/dev-enterprise-intro',
    dated: '2018-01-31',
    confidence: 'high',
  }
}

/** A section of Microsoft's overview of API connectors of May 2017 (in Dutch). */
export function connectorPage(place: string): Citation {
  return {
    source: 'Overzicht API-connector (Microsoft Flow)',
    inEnglish: 'Overview of API connectors (Microsoft Flow, in Dutch)',
    place,
    dated: '2017-05-06',
    confidence: 'high',
  }
}

/** A reading of ours where the pages leave something open. */
export function ourReading(place: string): Citation {
  return { source: 'Sevenstep', place, dated: '2026-11-21', confidence: 'medium' }
}

/** The page on what a licence gives, as it stands now. */
export const licencePage: Citation = {
  source: 'Types of Power Automate licenses',
  place: 'custom and premium connectors need a Power Automate licence',
  url: 'https://learn.microsoft.com/power-platform/admin/power-automate-licensing/types',
  dated: '2025-05-01',
  confidence: 'high',
}
