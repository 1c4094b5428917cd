import type { Connector } from '@sevenstep/connector-schema'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { readIcon } from './read-icon.ts'

const smallest = 100
const largest = 230
const mostBytes = 1024 * 1024
const noMend = 'no mend: pixels are not edited'

/** The icon as a file: format, shape and size. */
export const iconImage = defineRuleFamily({
  id: 'icon-image',
  rules: {
    'icon-png': {
      title: 'icon.png is a PNG.',
      messages: {
        found: {
          what: 'icon.png is not a PNG that can be read: {fault}.',
          why: 'The platform shows a generic icon or refuses the upload.',
          fix: 'Export the icon as PNG from the program it was drawn with; renaming a file does not convert it.',
        },
      },
    },
    'icon-square': {
      title: 'The icon is as wide as it is high.',
      profiles: ['verified-publisher'],
      deviation: noMend,
      messages: {
        found: {
          what: 'The icon is {width} × {height} pixels large.',
          why: 'It is shown in a square; anything else is stretched or gets bars.',
          fix: 'Put the logo on a square of your brand colour.',
        },
      },
    },
    'icon-size': {
      title: 'The icon is 100 to 230 pixels wide and high.',
      profiles: ['verified-publisher'],
      deviation: `${noMend}; the lower bound is known from memory only`,
      messages: {
        found: {
          what: 'The icon is {width} × {height} pixels large; {smallest} to {largest} are asked for.',
          why: 'A smaller one is blurred, and reviewers ask for larger ones to be reduced.',
          fix: 'Export it with 230 × 230 pixels, the logo in it about 160 × 160.',
        },
      },
    },
    'icon-file-size': {
      title: 'The icon’s file is smaller than 1 MB.',
      deviation: noMend,
      messages: {
        found: {
          what: 'The icon’s file has {size} bytes; up to {max} are taken.',
          why: 'The upload of the icon fails.',
          fix: 'Export it with 230 × 230 pixels and without metadata; that gives a few kilobytes.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ icon }: Connector) {
        if (icon === undefined) {
          for (const rule of Object.keys(iconImage.rules))
            context.notChecked(rule, 'No icon was read.', 'Hand in icon.png too.')
          return
        }
        const place = { path: icon.path }
        const size = icon.bytes.length
        if (size >= mostBytes) context.report('icon-file-size', place, { data: { size, max: mostBytes } })
        const reading = readIcon(icon)
        if ('fault' in reading) {
          context.report('icon-png', place, { data: { fault: reading.fault } })
          return
        }
        const { width, height } = reading.image
        if (width !== height) context.report('icon-square', place, { data: { width, height } })
        if (Math.min(width, height) < smallest || Math.max(width, height) > largest) {
          context.report('icon-size', place, { data: { width, height, smallest, largest } })
        }
      },
    }
  },
})
