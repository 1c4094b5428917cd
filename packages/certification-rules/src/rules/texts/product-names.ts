/** Names of Power Platform products that a third party's texts should not use, as the sources list them. */
const productNames: readonly string[] = [
  'Power Apps',
  'Power Automate',
  'Power BI',
  'Power Platform',
  'Power Virtual Agents',
  'Power Pages',
  'Copilot Studio',
  'Microsoft Flow',
  'Logic Apps',
  'Dataverse',
]

const pattern = new RegExp(`\\b(${productNames.map((name) => name.replace(' ', '\\s?')).join('|')})\\b`, 'i')

/** The first Power Platform product a text names, as it is written there; nothing when it names none. */
export function findProductName(text: string): string | undefined {
  return pattern.exec(text)?.[0]
}
