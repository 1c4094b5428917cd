import type { SourceKey } from './sources.ts'

/** What size an image has to have, in pixels. */
export interface ImageSize {
  readonly title: string
  readonly width: readonly [least: number, most: number]
  readonly height: readonly [least: number, most: number]
  readonly isSquare: boolean
  readonly source: SourceKey
}

const exactly = (pixels: number): readonly [number, number] => [pixels, pixels]

/** The sizes of the images of a listing. */
export const imageSizes = {
  large: { title: 'large logo', width: [216, 350], height: [216, 350], isSquare: true, source: 'dataverse-listing' },
  medium: { title: 'medium logo', width: exactly(90), height: exactly(90), isSquare: true, source: 'saas-listing' },
  small: { title: 'small logo', width: exactly(48), height: exactly(48), isSquare: true, source: 'dataverse-listing' },
  wide: { title: 'wide logo', width: exactly(255), height: exactly(115), isSquare: false, source: 'saas-listing' },
  screenshot: {
    title: 'screenshot',
    width: exactly(1280),
    height: exactly(720),
    isSquare: false,
    source: 'dataverse-listing',
  },
  thumbnail: {
    title: 'thumbnail of a video',
    width: exactly(1280),
    height: exactly(720),
    isSquare: false,
    source: 'dataverse-listing',
  },
  testDriveThumbnail: {
    title: 'thumbnail of a test drive’s video',
    width: exactly(533),
    height: exactly(324),
    isSquare: false,
    source: 'test-drive-technical',
  },
  packageIcon: {
    title: 'icon of the package',
    width: exactly(32),
    height: exactly(32),
    isSquare: true,
    source: 'appsource-package',
  },
} as const satisfies Readonly<Record<string, ImageSize>>

/** `216×216 to 350×350`, or `1280×720`. */
export function sizeInWords({ width, height }: ImageSize): string {
  const least = `${width[0]}×${height[0]}`
  return width[0] === width[1] && height[0] === height[1] ? least : `${least} to ${width[1]}×${height[1]}`
}
