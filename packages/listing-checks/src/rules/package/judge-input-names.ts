import type { CheckContext } from '../../engine/rule-family.ts'
import type { OfferPackage } from '../../package/offer-package.ts'
import type { XmlElement } from '../../package/read-xml.ts'
import { inInput } from './package-place.ts'

/** Judges names and completeness of the elements and attributes of `input.xml`. */
export function judgeNames({ report }: CheckContext, read: OfferPackage, root: XmlElement | undefined): void {
  const say = (element: XmlElement | undefined, message: string, data: Readonly<Record<string, string>>) =>
    report('input-xml-names', inInput(read, element), { message, data })
  if (root === undefined) return
  if (root.name !== 'PvsPackageData') {
    say(root, 'case', { found: root.name, name: 'PvsPackageData' })
    return
  }
  const waiting: XmlElement[] = [root]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const wanted = structure[element.name] ?? []
    for (const child of element.children) {
      if (wanted.includes(child.name)) {
        waiting.push(child)
        continue
      }
      const name = wanted.find((one) => one.toLowerCase() === child.name.toLowerCase())
      if (name !== undefined) say(child, 'case', { found: child.name, name })
      else say(child, 'unknown', { found: child.name })
    }
    const present = new Set(element.children.map((child) => child.name.toLowerCase()))
    for (const name of wanted) {
      if (!present.has(name.toLowerCase())) say(element, 'missing', { name, holder: element.name })
    }
    for (const name of attributes[element.name] ?? []) {
      if (name in element.attributes || name === 'IsDefault') continue
      const found = Object.keys(element.attributes).find((one) => one.toLowerCase() === name.toLowerCase())
      if (found !== undefined) say(element, 'case', { found, name })
      else say(element, 'missing', { name, holder: element.name })
    }
  }
}

/** What each element may hold. */
const structure: Readonly<Record<string, readonly string[]>> = {
  PvsPackageData: [
    'ProviderName',
    'PackageFile',
    'SolutionAnchorName',
    'StartDate',
    'EndDate',
    'SupportedCountries',
    'LearnMoreLink',
    'Locales',
  ],
  Locales: ['PackageLocale'],
  PackageLocale: ['Logo', 'Terms'],
  Terms: ['PackageTerm'],
}
const attributes: Readonly<Record<string, readonly string[]>> = {
  PackageLocale: ['Code', 'IsDefault'],
  PackageTerm: ['File'],
}
