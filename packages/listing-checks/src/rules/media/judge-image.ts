import type { JsonNode } from '@sevenstep/located-json'
import { type ImageSize, sizeInWords } from '../../data/image-sizes.ts'
import type { CheckContext } from '../../engine/rule-family.ts'

/** What every image of a listing can be told. */
export const imageMessages = {
  format: {
    what: 'The {title} "{path}" is {looksLike} and no PNG.',
    why: 'The marketplace takes PNG only, whatever the file’s name ends in.',
    fix: 'Export the image as PNG; a new ending alone changes nothing.',
  },
  broken: {
    what: 'The {title} "{path}" is broken: {fault}.',
    why: 'It cannot be shown.',
    fix: 'Export the image anew, and copy the whole file.',
  },
  size: {
    what: 'The {title} "{path}" has {width}×{height} pixels instead of {size}{square}.',
    why: 'Other sizes are refused, or stretched until they blur.',
    fix: 'Export it in the right size from the original; enlarging a smaller image blurs it.',
  },
} as const

/** Measures the image that a node names; a file that is not there is told by another rule. */
export function judgeImage({ subject, report }: CheckContext, rule: string, node: JsonNode, wanted: ImageSize): void {
  const path = node.value
  if (typeof path !== 'string') return
  const image = subject.offer.image(path)
  if (image === undefined) return
  const { title } = wanted
  if (!image.isPng) {
    report(rule, node, { message: 'format', data: { title, path, looksLike: image.looksLike ?? 'something else' } })
  } else if (image.fault !== undefined) {
    report(rule, node, { message: 'broken', data: { title, path, fault: image.fault } })
  } else if (!fits(image, wanted)) {
    const { width, height } = image
    const square = wanted.isSquare && wanted.width[0] !== wanted.width[1] ? ', square' : ''
    report(rule, node, { message: 'size', data: { title, path, width, height, size: sizeInWords(wanted), square } })
  }
}

/** Whether an image has the size that is wanted. */
export function fits(
  { width, height }: { readonly width: number; readonly height: number },
  wanted: ImageSize,
): boolean {
  const isIn = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most
  return isIn(width, wanted.width) && isIn(height, wanted.height) && (!wanted.isSquare || width === height)
}
