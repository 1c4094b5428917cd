import { encode } from 'fast-png'
import { properties } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, type PlantedDefect, rejection, review } from '../mutation.ts'
import { text } from '../spot.ts'

const rejected = rejection('seven-steps I: invalid icon; H 1.10')

interface Drawing {
  readonly width: number
  readonly height: number
  /** Background as red, green, blue, opacity, each 0 to 255; absent: the brand colour. */
  readonly background?: readonly [red: number, green: number, blue: number, opacity: number]
}

/** Icons with the wrong size, shape or background. */
export const iconComplaints: readonly Mutation[] = [
  drawn('icon-not-square', ['icon-square'], { width: 230, height: 180 }),
  drawn('icon-one-pixel-from-square', ['icon-square'], { width: 230, height: 229 }),
  drawn('icon-too-large', ['icon-size'], { width: 512, height: 512 }),
  drawn('icon-too-small', ['icon-size'], { width: 32, height: 32 }),
  drawn('icon-transparent', ['icon-background-opaque'], { width: 230, height: 230, background: [0, 0, 0, 0] }),
  drawn('icon-half-transparent', ['icon-background-opaque'], {
    width: 230,
    height: 230,
    background: [26, 43, 60, 128],
  }),
  drawn('icon-on-white', ['icon-background-not-white'], { width: 230, height: 230, background: [255, 255, 255, 255] }),
  drawn('icon-on-default-blue', ['icon-background-not-white'], {
    width: 230,
    height: 230,
    background: [0, 126, 229, 255],
  }),
  mutation(
    'icon-differs-from-brand-color',
    review('merge texts: background equals the brand colour'),
    ['icon-background-matches-brand'],
    (connector) => {
      const brand = brandColour(connector)
      if (brand === undefined) return undefined
      const [red, green, blue] = brand.map((part) => (part + 90) % 256)
      const other = encodeIcon({ width: 230, height: 230, background: [red ?? 0, green ?? 0, blue ?? 0, 255] }, brand)
      const alternatives = [{ file: 'properties', pointer: '/properties/iconBrandColor' }] as const
      const defect = replaced(connector, other)
      return defect === undefined ? undefined : { ...defect, alternatives }
    },
  ),
  mutation('icon-not-a-png', rejected, ['icon-png'], (connector) =>
    replaced(connector, new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1])),
  ),
  mutation('icon-broken-off', rejected, ['icon-png'], (connector) => {
    const brand = brandColour(connector)
    return brand === undefined
      ? undefined
      : replaced(connector, encodeIcon({ width: 230, height: 230 }, brand).slice(0, 40))
  }),
  mutation('icon-empty', rejected, ['icon-png'], (connector) => replaced(connector, new Uint8Array())),
]

/** A faultless icon: 230 pixels square, the brand colour with a lighter mark in the middle. */
export function exampleIcon(brand: readonly number[]): Uint8Array {
  return encodeIcon({ width: 230, height: 230 }, brand)
}

function drawn(id: string, expects: readonly string[], drawing: Drawing): Mutation {
  return mutation(id, rejected, expects, (connector) => {
    const brand = brandColour(connector)
    return brand === undefined ? undefined : replaced(connector, encodeIcon(drawing, brand))
  })
}

/** Independents hand in no icon, so theirs cannot have a fault of its own. */
function replaced(connector: MutableConnector, icon: Uint8Array): PlantedDefect | undefined {
  if (connector.kind !== 'verified-publisher') return undefined
  connector.icon = icon
  return { file: 'icon' }
}

function brandColour(connector: MutableConnector): readonly number[] | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(text(properties(connector), 'iconBrandColor') ?? '')?.[1]
  return digits === undefined
    ? undefined
    : [0, 2, 4].map((start) => Number.parseInt(digits.slice(start, start + 2), 16))
}

function encodeIcon({ width, height, background }: Drawing, brand: readonly number[]): Uint8Array {
  const [red = 0, green = 0, blue = 0] = brand
  const ground = background ?? [red, green, blue, 255]
  const mark = ground.map((part, channel) => (channel === 3 ? 255 : (part + 128) % 256))
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = Math.abs(x - width / 2) < width / 4 && Math.abs(y - height / 2) < height / 4
      data.set(inside ? mark : ground, (y * width + x) * 4)
    }
  }
  return encode({ width, height, data, channels: 4, depth: 8 })
}
