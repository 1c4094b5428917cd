/** Names that Microsoft no longer uses, or never did, and what the product is called now (seen 2025). */
const names: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bMicrosoft Flow\b/gi, 'Power Automate'],
  [/\bMS Flow\b/gi, 'Power Automate'],
  [/\bPowerAutomate\b/gi, 'Power Automate'],
  [/\bPower Apps Portals?\b/gi, 'Power Pages'],
  [/\bPowerApps\b/gi, 'Power Apps'],
  [/\bPowerBI\b/gi, 'Power BI'],
  [/\bCommon Data Service\b/gi, 'Microsoft Dataverse'],
  [/\bAzure Active Directory\b(?! B2C)/gi, 'Microsoft Entra ID'],
  [/\bAzure AD\b(?! B2C)/gi, 'Microsoft Entra ID'],
  [/\bPower Virtual Agents\b/gi, 'Microsoft Copilot Studio'],
  // Connectors and plans that are still called so are left out, such as Office 365 Outlook and Office 365 E3.
  [/\bOffice ?365\b(?! (?:Outlook|Users|Groups|Video|[AEFG]\d)\b)/gi, 'Microsoft 365'],
  [/\bMS Teams\b/gi, 'Microsoft Teams'],
  [/\bDynamics365\b/gi, 'Dynamics 365'],
  [/\bO365\b/gi, 'Microsoft 365'],
  [/\bShare Point\b/gi, 'SharePoint'],
]

/** Products called by another name than their own in a text, each once. */
export function misnamedProducts(text: string): readonly { readonly found: string; readonly name: string }[] {
  return names.flatMap(([pattern, name]) => {
    const found = text.match(pattern)?.[0]
    return found === undefined ? [] : [{ found, name }]
  })
}
