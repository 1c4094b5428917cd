import { expect, test } from 'vitest'
import { attachmentHeaders } from './attachment-headers.ts'

test.each([
  ['a page', 'index.html', 'text/plain', 'index.html.txt'],
  ['a script', 'widget.tsx', 'text/plain', 'widget.tsx.txt'],
  ['plain text', 'notes.TXT', 'text/plain', 'notes.TXT'],
  ['a table', 'runs.csv', 'text/csv', 'runs.csv'],
  ['a document', 'scan.pdf', 'application/pdf', 'scan.pdf'],
])('%s is saved under a name that nothing runs by', (_, fileName, mediaType, saved) => {
  const headers = attachmentHeaders({ fileName, mediaType })
  expect(headers['Content-Disposition']).toBe(`attachment; filename="${saved}"; filename*=UTF-8''${saved}`)
  expect(headers['X-Content-Type-Options']).toBe('nosniff')
})
