import type { Plugin } from 'rolldown'

/**
 * Writes everything beyond ASCII as escapes: one such character makes the engine keep the whole file in two bytes a
 * character, which takes longer to read, to compare with what is kept of it, and to compile.
 */
export const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(beyondAscii, escaped)
    }
  },
}

// One unit at a time, so that a pair becomes two escapes, which mean the same in texts and patterns.
const beyondAscii = /[\u0080-\uffff]/g

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
