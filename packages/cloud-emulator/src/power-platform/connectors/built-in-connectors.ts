/** How somebody connects with a connector of Microsoft's: nothing to enter, a sign-in, or values to type. */
export type BuiltInSignIn = 'none' | 'sign-in' | 'values'

/** A connector that every environment has. */
export interface BuiltInConnector {
  readonly name: string
  readonly displayName: string
  readonly tier: 'Standard' | 'Premium'
  readonly brandColor: string
  readonly signIn: BuiltInSignIn
}

type Entry = readonly [
  name: string,
  displayName: string,
  tier: BuiltInConnector['tier'],
  brandColor: string,
  signIn: BuiltInSignIn,
]

/**
 * The certified connectors the emulator knows: those that real packages use most. Names and tiers are those of
 * Microsoft's connector reference; colours and the way of signing in are approximations.
 */
const entries: readonly Entry[] = [
  ['shared_acsemail', 'Azure Communication Email', 'Premium', '#0078d4', 'values'],
  ['shared_approvals', 'Approvals', 'Standard', '#6264a7', 'none'],
  ['shared_azureblob', 'Azure Blob Storage', 'Premium', '#804998', 'values'],
  ['shared_azurecommunicationservicessms', 'Azure Communication Services SMS', 'Premium', '#0078d4', 'values'],
  ['shared_azuread', 'Microsoft Entra ID', 'Premium', '#0072c6', 'sign-in'],
  ['shared_commondataservice', 'Microsoft Dataverse (legacy)', 'Premium', '#637080', 'sign-in'],
  ['shared_commondataserviceforapps', 'Microsoft Dataverse', 'Premium', '#637080', 'sign-in'],
  ['shared_conversionservice', 'Content Conversion', 'Standard', '#4f6bed', 'none'],
  ['shared_dynamicscrmonline', 'Dynamics 365', 'Premium', '#002050', 'sign-in'],
  ['shared_excelonlinebusiness', 'Excel Online (Business)', 'Standard', '#107c41', 'sign-in'],
  ['shared_flowmanagement', 'Power Automate Management', 'Standard', '#0066ff', 'sign-in'],
  ['shared_flowpush', 'Notifications', 'Standard', '#ff3b30', 'none'],
  ['shared_keyvault', 'Azure Key Vault', 'Premium', '#0079d6', 'sign-in'],
  ['shared_logicflows', 'Logic flows', 'Standard', '#0066ff', 'none'],
  ['shared_microsoftforms', 'Microsoft Forms', 'Standard', '#037376', 'sign-in'],
  ['shared_msnweather', 'MSN Weather', 'Standard', '#0098c4', 'none'],
  ['shared_office365', 'Office 365 Outlook', 'Standard', '#0078d4', 'sign-in'],
  ['shared_office365groups', 'Office 365 Groups', 'Standard', '#eb3c00', 'sign-in'],
  ['shared_office365users', 'Office 365 Users', 'Standard', '#eb3c00', 'sign-in'],
  ['shared_onedriveforbusiness', 'OneDrive for Business', 'Standard', '#0078d4', 'sign-in'],
  ['shared_onenote', 'OneNote (Business)', 'Standard', '#ca64ea', 'sign-in'],
  ['shared_outlook', 'Outlook.com', 'Standard', '#0078d4', 'sign-in'],
  ['shared_planner', 'Planner', 'Standard', '#31752f', 'sign-in'],
  ['shared_powerappsforappmakers', 'Power Apps for Makers', 'Standard', '#742774', 'sign-in'],
  ['shared_powerbi', 'Power BI', 'Standard', '#f2c811', 'sign-in'],
  ['shared_powerplatformforadmins', 'Power Platform for Admins', 'Standard', '#0066ff', 'sign-in'],
  ['shared_rss', 'RSS', 'Standard', '#ff9900', 'none'],
  ['shared_sendmail', 'Mail', 'Standard', '#1e90ff', 'none'],
  ['shared_servicebus', 'Service Bus', 'Premium', '#7fba00', 'values'],
  ['shared_sharepointonline', 'SharePoint', 'Standard', '#036c70', 'sign-in'],
  ['shared_sql', 'SQL Server', 'Premium', '#ba141a', 'values'],
  ['shared_teams', 'Microsoft Teams', 'Standard', '#4b53bc', 'sign-in'],
  ['shared_todo', 'Microsoft To-Do (Business)', 'Standard', '#185abd', 'sign-in'],
  ['shared_webcontents', 'HTTP with Microsoft Entra ID', 'Premium', '#5199e2', 'sign-in'],
  ['shared_wordonlinebusiness', 'Word Online (Business)', 'Premium', '#185abd', 'sign-in'],
]

/** The built-in connectors by name. */
export const builtInConnectors: ReadonlyMap<string, BuiltInConnector> = new Map(
  entries.map(([name, displayName, tier, brandColor, signIn]) => [
    name,
    { name, displayName, tier, brandColor, signIn },
  ]),
)
