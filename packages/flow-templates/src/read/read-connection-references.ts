import { namesOf } from '../connections/normalise-connection-references.ts'
import { optionalText } from '../json/optional-text.ts'
import type { DeclaredConnectionReference } from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import { attributeOf, childOf, childrenOf, textOfChild } from '../xml/xml-element.ts'
import type { PackageReader } from './package-reader.ts'
import { plainId } from './read-solution-manifest.ts'

/** The connection references that `customizations.xml` declares; of equal names the first. */
export function readConnectionReferences(
  reader: PackageReader,
  customizations: PackageXml | undefined,
): readonly DeclaredConnectionReference[] {
  if (customizations === undefined) return []
  const references = new Map<string, DeclaredConnectionReference>()
  for (const element of childrenOf(childOf(customizations.xml.root, 'connectionreferences'), 'connectionreference')) {
    const logicalName = attributeOf(element, 'connectionreferencelogicalname') ?? ''
    if (logicalName === '') {
      reader.reportAt('value-missing', customizations, element, {
        detail: 'the logical name of a connection reference',
      })
      continue
    }
    if (references.has(logicalName.toLowerCase())) {
      reader.reportAt('id-duplicate', customizations, element, { name: logicalName })
      continue
    }
    const { apiName = '', apiId = '' } = namesOf(textOfChild(element, 'connectorid'))
    const customConnectorId = textOfChild(childOf(element, 'customconnectorid'), 'connectorid')
    references.set(logicalName.toLowerCase(), {
      logicalName,
      displayName: textOfChild(element, 'connectionreferencedisplayname') ?? '',
      description: textOfChild(element, 'description') ?? '',
      connectorId: apiId,
      apiName,
      ...optionalText('customConnectorId', customConnectorId === undefined ? undefined : plainId(customConnectorId)),
      ...optionalText('promptingBehavior', textOfChild(element, 'promptingbehavior')),
    })
  }
  return [...references.values()]
}
