import { encode } from 'fast-png'
import { placeholderKeyword } from '../media/read-png.ts'

/** How an image is made. */
export interface ImageWish {
  readonly width: number
  readonly height: number
  /** Red, green and blue of the ground. */
  readonly ground: readonly [number, number, number]
  /** Marks the file as one to be replaced. */
  readonly isPlaceholder?: boolean
}

const frame = [255, 255, 255] as const

/** Makes a PNG: a ground with a frame and a bar, so that a person sees at a glance where it would be shown. */
export function makeImage({ width, height, ground, isPlaceholder = false }: ImageWish): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  const border = Math.max(1, Math.round(Math.min(width, height) / 24))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inset = Math.min(x, y, width - 1 - x, height - 1 - y)
      const isFrame = inset >= border && inset < border * 2
      const isBar = y > height * 0.45 && y < height * 0.55 && x > width * 0.3 && x < width * 0.7
      data.set(isFrame || isBar ? frame : ground, (y * width + x) * 3)
    }
  }
  const text = isPlaceholder ? { [placeholderKeyword]: 'Replace this image with your own.' } : undefined
  return new Uint8Array(encode({ width, height, data, channels: 3, depth: 8, ...(text !== undefined && { text }) }))
}
