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
  const fill = (left: number, top: number, right: number, bottom: number, colour: readonly number[]) => {
    const row = Uint8Array.from({ length: Math.max(0, right - left) * 3 }, (_, at) => colour[at % 3] ?? 0)
    for (let y = top; y < bottom; y++) data.set(row, (y * width + left) * 3)
  }
  fill(0, 0, width, height, ground)
  fill(border, border, width - border, height - border, frame)
  fill(border * 2, border * 2, width - border * 2, height - border * 2, ground)
  const [left, right] = [Math.round(width * 0.3), Math.round(width * 0.7)]
  fill(left, Math.round(height * 0.45), right, Math.round(height * 0.55), frame)
  const text = isPlaceholder ? { [placeholderKeyword]: 'Replace this image with your own.' } : undefined
  return new Uint8Array(encode({ width, height, data, channels: 3, depth: 8, ...(text !== undefined && { text }) }))
}
