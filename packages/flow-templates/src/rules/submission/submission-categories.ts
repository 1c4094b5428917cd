import { defineSubmissionFamily } from '../../submission/submission.ts'

const most = 3

/** Under how many categories a template is listed. */
export const submissionCategories = defineSubmissionFamily({
  id: 'submission-categories',
  group: 'Submission of a template',
  rules: {
    'template-category-count': {
      title: 'One to three categories are chosen.',
      setting: 'error',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'the form of 2018 names no most' }],
      sources: ['publish-template'],
      messages: {
        none: {
          what: 'No category is chosen.',
          why: 'Partner Center does not take the offer without one.',
          fix: 'Choose one to three under "categories".',
        },
        many: {
          what: '{count} categories are chosen.',
          why: `Partner Center takes ${most} at most.`,
          fix: `Keep the best ${most}.`,
        },
        twice: {
          what: 'The category "{category}" stands here twice.',
          why: 'It takes the place of another one.',
          fix: 'Remove one of them.',
        },
      },
    },
  },
  check({ subject: { root }, report }) {
    const chosen = root.member('categories')?.children ?? []
    const place = root.nearest('categories')
    if (chosen.length === 0) report('template-category-count', place, { message: 'none' })
    if (chosen.length > most) {
      report('template-category-count', place, { message: 'many', data: { count: chosen.length } })
    }
    const seen = new Set<string>()
    for (const node of chosen) {
      const category = typeof node.value === 'string' ? node.value.trim() : ''
      const name = category.toLowerCase()
      if (name !== '' && seen.has(name)) {
        report('template-category-count', node, { message: 'twice', data: { category } })
      }
      seen.add(name)
    }
  },
})
