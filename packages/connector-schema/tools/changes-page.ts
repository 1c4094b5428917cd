import { comparedVersionPairs, printChangeKinds } from '../src/compare/kinds.ts'

/** The page about every kind of change a comparison tells. */
export function changesPage(): { readonly path: string; readonly content: string } {
  const content = `# Changes between two versions of a connector

Made by \`packages/connector-schema/tools/changes-page.ts\`; do not edit.

\`compareConnectors\` tells these kinds of change. An **error** breaks flows, apps or connections that exist already, a **warning** may, an **info** is worth telling, and *none* is safe. Kinds with a share were measured on ${comparedVersionPairs} pairs of consecutive versions of certified connectors. These are versions as they were committed, work within one pull request included, so users met fewer of them than the shares say; they do show that about four updates in ten hold an error of this list. That is why changes somebody has looked at can be kept in a baseline. Kinds marked as ours come from how flows and connections are stored, not from Microsoft.

${printChangeKinds()}`
  return { path: 'docs/changes.md', content }
}
