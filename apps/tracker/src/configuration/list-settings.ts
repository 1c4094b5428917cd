import { everySetting } from './read-configuration.ts'

/** Every setting as a table in Markdown; docs/operating.md holds it, and a test compares the two. */
export function listSettings(): string {
  const rows = everySetting().map(
    ({ name, usual, meaning, fromFile }) =>
      `| \`${name}\` | ${usual === '' ? '–' : `\`${usual}\``} | ${meaning}${fromFile ? ` Or \`${name}_FILE\`.` : ''} |`,
  )
  return ['| Setting | Usually | Meaning |', '|---|---|---|', ...rows].join('\n')
}
