import { checkConnector } from '@sevenstep/certification-rules'
import { createSubject } from '@sevenstep/findings'
import { findCorpus, parsePlainly, readCorpusConnector } from './corpus-files.ts'

const corpus = findCorpus()
if (process.argv[2] === 'parse') parsePlainly(corpus)
else {
  for (const one of corpus) createSubject(checkConnector(readCorpusConnector(one), { path: one.path }).subject)
}
