/** Kinds of offers of the marketplace, by the name its API gives them. */
export interface OfferType {
  readonly api: string
  readonly title: string
  /** What such an offer is to a vendor who works with Power Automate. */
  readonly fit: 'checked here' | 'another room' | 'another host' | 'no'
}

/** The kinds that this room checks, by the word an offer says for them. */
export const checkedTypes = {
  saas: { api: 'softwareAsAService', title: 'Software as a service' },
  dataverse: { api: 'dynamics365ForCustomerEngagement', title: 'Dynamics 365 apps on Dataverse and Power Apps' },
} as const

/** Kinds that are not checked here, so that somebody who names one is told what it is. */
export const otherTypes: readonly OfferType[] = [
  { api: 'dynamics365ForOperations', title: 'Dynamics 365 Operations apps', fit: 'another host' },
  { api: 'dynamics365BusinessCentral', title: 'Dynamics 365 Business Central', fit: 'another host' },
  { api: 'connectors', title: 'Connectors & Agents in Microsoft Copilot Studio', fit: 'another room' },
  ...[
    ['azureApplication', 'Azure application'],
    ['azureContainer', 'Azure container'],
    ['azureVirtualMachine', 'Azure virtual machine'],
    ['consultingService', 'Consulting service'],
    ['containerApp', 'Container app'],
    ['coreVirtualMachine', 'Core virtual machine'],
    ['cosellOnly', 'Co-sell only'],
    ['iotEdgeModule', 'IoT Edge module'],
    ['managedService', 'Managed service'],
    ['powerBiApp', 'Power BI app'],
    ['powerBiVisual', 'Power BI visual'],
  ].map(([api = '', title = '']): OfferType => ({ api, title, fit: 'no' })),
]
