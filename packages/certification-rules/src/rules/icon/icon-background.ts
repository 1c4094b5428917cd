import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { type Color, type IconImage, readIcon } from './read-icon.ts'

/** How far a part of two colours may be apart while they count as the same; export and colour profiles shift them a little. */
const tolerance = 6
const opaque = 250
const refusedColors: readonly Color[] = [
  { red: 0xff, green: 0xff, blue: 0xff, alpha: 255 },
  { red: 0x00, green: 0x7e, blue: 0xe5, alpha: 255 },
]
const noMend = 'no mend: pixels are not edited'

/** The background of the icon: opaque, in the brand colour, and neither white nor the default blue. */
export const iconBackground = defineRuleFamily({
  id: 'icon-background',
  rules: {
    'icon-background-opaque': {
      title: 'The icon’s background is not transparent.',
      profiles: ['verified-publisher'],
      deviation: `${noMend}; judged by the pixels at the edge, so that rounded corners count as well`,
      messages: {
        found: {
          what: '{share} % of the pixels at the icon’s edge are transparent.',
          why: 'The icon is shown on light and dark ground, where a transparent background changes its look.',
          fix: 'Fill the whole square with your brand colour, corners included.',
        },
      },
    },
    'icon-background-not-white': {
      title: 'The icon’s background is neither white nor the default blue.',
      profiles: ['verified-publisher'],
      deviation: noMend,
      messages: {
        found: {
          what: 'The icon’s background is {color}.',
          why: 'White disappears on the page, and #007ee5 is the colour of connectors that have none of their own.',
          fix: 'Fill the background with your brand colour and name the same colour as iconBrandColor.',
        },
      },
    },
    'icon-background-matches-brand': {
      title: 'The icon’s background is the brand colour.',
      profiles: ['verified-publisher'],
      deviation: `${noMend}; colours may be ${tolerance} of 255 apart in each part`,
      messages: {
        found: {
          what: 'The icon’s background is {color}, and iconBrandColor is {brand}.',
          why: 'The designer paints iconBrandColor around the icon, so the difference shows as a square.',
          fix: 'Set iconBrandColor to {color}, or fill the icon’s background with {brand}.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ icon }) {
        if (icon === undefined) {
          skip(context, 'No icon was read.', 'Hand in icon.png too.')
          return
        }
        const reading = readIcon(icon)
        if ('fault' in reading) skip(context, 'The icon is not a PNG that can be read.')
        else if (reading.image.colorAt === undefined) skip(context, 'The icon is too large to look at its pixels.')
        else checkBackground(context, icon.path, edgeColors(reading.image, reading.image.colorAt))
      },
    }
  },
})

function skip(context: CheckContext, reason: string, handIn?: string): void {
  for (const rule of Object.keys(iconBackground.rules)) context.notChecked(rule, reason, handIn)
}

function checkBackground({ connector, report, notChecked }: CheckContext, path: string, edge: readonly Color[]): void {
  const place = { path }
  const solid = edge.filter(({ alpha }) => alpha >= opaque)
  const transparent = edge.length - solid.length
  if (transparent > 0) {
    const share = Math.max(1, Math.round((transparent / edge.length) * 100))
    report('icon-background-opaque', place, { data: { share } })
  }
  const background = mostFrequent(solid)
  // Where most of the edge is transparent, what is left of it is the logo and not the background.
  if (background === undefined || transparent > solid.length) return
  const color = hexOf(background)
  // Another background has to be chosen anyway; whether it fits the brand can be said then.
  if (refusedColors.some((refused) => isNear(refused, background))) {
    report('icon-background-not-white', place, { data: { color } })
    return
  }
  const brand = connector.properties?.iconBrandColor
  const wanted = brand === undefined ? undefined : colorOf(brand)
  if (brand === undefined || wanted === undefined) {
    notChecked('icon-background-matches-brand', 'There is no iconBrandColor to compare with.')
  } else if (!isNear(wanted, background)) {
    report('icon-background-matches-brand', place, { data: { color, brand } })
  }
}

function edgeColors({ width, height }: IconImage, colorAt: (x: number, y: number) => Color): readonly Color[] {
  const colors: Color[] = []
  for (let x = 0; x < width; x++) {
    colors.push(colorAt(x, 0))
    if (height > 1) colors.push(colorAt(x, height - 1))
  }
  for (let y = 1; y < height - 1; y++) {
    colors.push(colorAt(0, y))
    if (width > 1) colors.push(colorAt(width - 1, y))
  }
  return colors
}

function mostFrequent(colors: readonly Color[]): Color | undefined {
  const counts = new Map<string, number>()
  let best: Color | undefined
  let most = 0
  for (const color of colors) {
    const name = hexOf(color)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (count > most) {
      most = count
      best = color
    }
  }
  return best
}

function isNear(left: Color, right: Color): boolean {
  const distances = [left.red - right.red, left.green - right.green, left.blue - right.blue]
  return distances.every((distance) => Math.abs(distance) <= tolerance)
}

function hexOf({ red, green, blue }: Color): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function colorOf(text: string): Color | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1]
  if (digits === undefined) return undefined
  const value = Number.parseInt(digits, 16)
  return { red: value >> 16, green: (value >> 8) & 0xff, blue: value & 0xff, alpha: 255 }
}
