/** What a test drive of one kind has to say. */
export interface TestDriveKind {
  readonly title: string
  /** Fields that must be there. */
  readonly needs: readonly string[]
  /** The hours it may last. */
  readonly hours: readonly [least: number, most: number]
}

/** Kinds of test drives with fields of their own; of the other kinds only the listing is looked at. */
export const testDriveKinds: Readonly<Record<string, TestDriveKind>> = {
  dynamicsForCustomerEngagement: {
    title: 'Hosted by Microsoft for Dynamics 365',
    needs: [
      'maxConcurrent',
      'durationHours',
      'instanceUrl',
      'webApiUrl',
      'roleName',
      'tenantId',
      'tenantName',
      'applicationId',
    ],
    hours: [2, 24],
  },
  logicApp: {
    title: 'Logic app',
    needs: [
      'region',
      'maxConcurrent',
      'durationHours',
      'resourceGroup',
      'logicAppName',
      'deprovisionLogicAppName',
      'subscriptionId',
    ],
    hours: [1, 24],
  },
  azureResourceManager: { title: 'Azure Resource Manager', needs: ['maxConcurrent', 'durationHours'], hours: [1, 24] },
  dynamicsForBusinessCentral: { title: 'Business Central', needs: [], hours: [1, 24] },
  dynamicsForOperations: { title: 'Operations', needs: [], hours: [1, 24] },
  powerBi: { title: 'Power BI', needs: [], hours: [1, 24] },
}
