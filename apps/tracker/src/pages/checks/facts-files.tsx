import type { Texts } from '../../texts/index.ts'
import { Disclosure } from '../components/guidance.tsx'

/** Which files with facts are taken beside what is judged, and whose word they are. */
export function FactsFiles({ texts }: { readonly texts: Texts }) {
  const words = texts.checks.factsFiles
  return (
    <Disclosure summary={words.title}>
      <div class="small stack">
        <p>{words.why}</p>
        <ul class="stack">
          {words.files.map(({ what, how }) => (
            <li>
              <b>{what}</b> {how.map((part) => (part.startsWith('`') ? <code>{part.slice(1)}</code> : part))}
            </li>
          ))}
        </ul>
        <p>{words.word}</p>
      </div>
    </Disclosure>
  )
}
