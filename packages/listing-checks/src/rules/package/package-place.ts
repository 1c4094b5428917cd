import type { Place } from '@sevenstep/rule-engine'
import type { OfferPackage } from '../../package/offer-package.ts'
import type { XmlElement } from '../../package/read-xml.ts'

/** The opening tag of an element of input.xml; all of the file where there is no element. */
export function inInput({ inputXml, path }: OfferPackage, element: XmlElement | undefined): Place {
  if (inputXml === undefined) return { path }
  const { file } = inputXml
  return element === undefined ? { file, start: 0, end: 0 } : { file, start: element.start, end: element.tagEnd }
}

/** Offers that customers open in a browser have nothing to install. */
export const notForSaas = [{ profiles: ['saas'], setting: 'off', because: 'they have no package' }] as const
