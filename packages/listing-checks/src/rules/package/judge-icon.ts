import { imageSizes } from '../../data/image-sizes.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { isJpeg, readPng } from '../../media/read-png.ts'
import type { OfferPackage } from '../../package/offer-package.ts'
import type { XmlElement } from '../../package/read-xml.ts'
import { fits } from '../media/judge-image.ts'
import { inInput } from './package-place.ts'

/** Measures an icon of the package; false where the package does not have it. */
export function judgeIcon({ report }: CheckContext, read: OfferPackage, logo: XmlElement): boolean {
  const file = logo.text.trim()
  const bytes = read.files.get((read.nestedIn ?? '') + file)?.bytes
  if (bytes === undefined) return false
  if (isJpeg(bytes)) return true
  const image = readPng(bytes)
  const at = inInput(read, logo)
  if (!image.isPng) report('appsource-icon', at, { message: 'format', data: { file } })
  else if (!fits(image, imageSizes.packageIcon)) {
    report('appsource-icon', at, { message: 'size', data: { file, width: image.width, height: image.height } })
  }
  return true
}
