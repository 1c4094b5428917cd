import { encode } from 'fast-png'

/** What an icon for a test looks like. */
export interface DrawnIcon {
  readonly width?: number
  readonly height?: number
  /** Red, green, blue and, where it is not opaque, alpha. */
  readonly background?: readonly number[]
  /** Makes the corners transparent. */
  readonly hasRoundCorners?: boolean
  readonly interlace?: 'null' | 'Adam7'
}

/** Draws a PNG with a white square in the middle of a plain ground, in the brand colour of the faultless connector. */
export function drawIcon(icon: DrawnIcon = {}): Uint8Array {
  const { width = 200, height = width, background = [0x1f, 0x6f, 0x78], hasRoundCorners = false } = icon
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isLogo = Math.abs(x - width / 2) < width / 4 && Math.abs(y - height / 2) < height / 4
      const fromEdge = Math.min(x, width - 1 - x) + Math.min(y, height - 1 - y)
      const [red = 0, green = 0, blue = 0, alpha = 255] = isLogo ? [255, 255, 255] : background
      data.set([red, green, blue, hasRoundCorners && fromEdge < 8 ? 0 : alpha], (y * width + x) * 4)
    }
  }
  return encode({ width, height, data, channels: 4 }, { interlace: icon.interlace ?? 'null' })
}
