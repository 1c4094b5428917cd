import { decodeText } from '../read/decode-text.ts'
import { fileNames } from '../read/file-role.ts'
import type { GivenFile } from '../read/text-file.ts'

/** Elements of `customizations.xml` and the members of `apiProperties.json` whose content their files hold. */
const members: readonly (readonly [field: string, member: string])[] = [
  ['connectionparameters', 'connectionParameters'],
  ['connectionparametersets', 'connectionParameterSets'],
  ['policytemplateinstances', 'policyTemplateInstances'],
  ['scriptoperations', 'scriptOperations'],
]

/**
 * Puts the parts of `apiProperties.json`, which a solution keeps in files of their own, together again. The text of each
 * part is taken over as it stands, so that what is wrong with it is found; parts that hold `null` or nothing are left out.
 */
export function assembleProperties(
  fields: ReadonlyMap<string, string>,
  part: (field: string) => GivenFile | undefined,
): GivenFile {
  const lines: string[] = []
  const color = fields.get('iconbrandcolor')
  if (color !== undefined && color !== '') lines.push(`    "iconBrandColor": ${JSON.stringify(color)}`)
  for (const [field, member] of members) {
    const file = part(field)
    if (file?.content === undefined) continue
    const text = decodeText(file.path, file.content)
      .text.replace(/^\ufeff/, '')
      .trim()
    if (text !== '' && text !== 'null') lines.push(`    "${member}": ${text.replaceAll('\n', '\n    ')}`)
  }
  return { path: fileNames.properties, content: `{\n  "properties": {\n${lines.join(',\n')}\n  }\n}\n` }
}
