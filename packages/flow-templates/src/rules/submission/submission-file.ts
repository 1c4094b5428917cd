import type { JsonNode } from '@sevenstep/located-json'
import { ruleFamilyOf } from '@sevenstep/rule-engine'
import { shapeIssues } from '@sevenstep/rule-engine/shape'
import type { Edition, Profile } from '../../checks/flow-subject.ts'
import { withoutSecrets } from '../../scrub/text-leaks.ts'
import type { SubmissionFileSubject } from '../../submission/submission.ts'
import { submissionSchema } from '../../submission/submission-schema.ts'

const ours = 'Ours: the file is our own form of a submission.'

/** Whether the file of a submission can be read, is finished, and may lie where files lie. */
export const submissionFile = ruleFamilyOf<SubmissionFileSubject, Profile, Edition>()({
  id: 'submission-file',
  group: 'Submission of a template',
  rules: {
    'template-file-readable': {
      title: 'The file of the submission can be read.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        found: {
          what: 'The file is not strict JSON here ({code}).',
          why: 'What stands behind this place may be misread, or not be read at all.',
          fix: 'Write this place as JSON asks for it.',
        },
      },
    },
    'template-file-shape': {
      title: 'Every field is one that a submission has, and holds what it should.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        unknown: {
          what: 'A submission has no field "{key}" here{guess}.',
          why: 'Nothing reads it, so what was meant by it is missing.',
          fix: 'Rename or remove it; the schema beside the package lists all fields.',
        },
        type: {
          what: '"{key}" should be {expected}.',
          why: 'It cannot be understood as it is.',
          fix: 'Write {expected} here.',
        },
      },
    },
    'template-file-filled': {
      title: 'Nothing is left to fill in.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        found: {
          what: '"{key}" still waits for somebody to fill it in.',
          why: 'Reviewers and users would read it as it is.',
          fix: 'Write the real text in its place.',
        },
      },
    },
    'template-file-no-secret': {
      title: 'The file holds no signature of the package’s address.',
      setting: 'error',
      isSecret: true,
      sources: ['publish-template'],
      deviation: 'That it must not stand in a file is ours.',
      messages: {
        found: {
          what: 'The address carries a signature that opens the storage to whoever reads it.',
          why: 'Files are copied, mailed and kept in version control.',
          fix: 'Keep what stands before "?", write permissions and end under "access", and paste the whole address into Partner Center alone.',
        },
        other: {
          what: 'The text holds a key, a token or a signature.',
          why: 'Files are copied, mailed and kept in version control.',
          fix: 'Remove it, and make it void where it was issued: whoever has seen the file may use it.',
        },
      },
    },
  },
  check({ subject: { file, root }, report }) {
    for (const { start, end, code } of file.json.problems) {
      report('template-file-readable', { file, start, end }, { data: { code } })
    }
    if (root === undefined) return
    for (const { node, message, key, expected, guess, onKey } of shapeIssues(
      root,
      submissionSchema,
      'the submission',
    )) {
      report('template-file-shape', node, { message, onKey, data: { key, expected, guess } })
    }
    for (const leaf of partsOf(root)) {
      const { value } = leaf
      if (leaf.key !== undefined && withoutSecrets(leaf.key) !== leaf.key) {
        // The name is the secret, and not the value that it names.
        report('template-file-no-secret', { file, start: leaf.keyStart, end: leaf.keyEnd }, { message: 'other' })
      }
      if (typeof value !== 'string') continue
      const key = leaf.key ?? leaf.parent?.key ?? ''
      if (/\bTODO\b/.test(value)) report('template-file-filled', leaf, { data: { key } })
      if (/[?&]sig=[^&]{8}/.test(value)) report('template-file-no-secret', leaf)
      else if (withoutSecrets(value) !== value) report('template-file-no-secret', leaf, { message: 'other' })
    }
  },
})

/** A value and everything in it; each is visited once, without recursion. */
function* partsOf(root: JsonNode): Generator<JsonNode> {
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child !== undefined) waiting.push(child)
    }
  }
}
