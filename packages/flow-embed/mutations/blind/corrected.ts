/** Kinds whose edit planted something else than was meant. */
const edits = {
  'the script may run when the page’s own already ran':
    'the page’s own script imports, and could no longer be read without type="module"; only "async" is planted now',
  'a token that was fetched once':
    'waiting for it at the top made every listener late, which is a fault of its own; it is kept in a variable now',
  'a template is asked for before the widget is ready': 'the edit left a parenthesis behind',
  'a tab that does not exist': 'the clean page gave these settings to a widget that does not look at them',
  'a tab of another widget': 'the clean page gave these settings to a widget that does not look at them',
}

/** Kinds of which another place or word is as right. */
const places = {
  'the script is missing': 'where the script is used is as right a place as the page that lacks it',
  'a policy in the page that forbids the frame': 'the attribute that holds the policy was left out of the place',
  'a token is fetched and never handed over': 'the function that listens was left out of the place',
  'a gallery of a language only': 'the attribute is as right a place as the address in it, here and in nine more',
}

/** Kinds whose requirement is one that should be met, not one that must, so that a warning fits. */
const severities = [
  'everything embedded has to agree',
  'a page size in words',
  'a destination of the gallery that does not exist',
  'a gallery without a language',
  'a page of the portal that refuses to be framed',
  'a host without https',
  'a host that is none of Microsoft’s',
  'a template named by its title',
  'a destination that does not exist',
  'a page size in quotes',
  'a filter whose quote is never closed',
  'a filter whose parenthesis is never closed',
  'a tab that does not exist',
  'a tab of another widget',
  'an event whose name is misspelt',
  'an action whose name is misspelt',
  'messages from anybody are obeyed',
]

/** Kinds that were corrected after the first run, and why; none was dropped. */
export const correctedFaults: readonly { readonly name: string; readonly because: string }[] = [
  ...Object.entries({ ...edits, ...places }).map(([name, because]) => ({ name, because })),
  ...severities.map((name) => ({ name, because: 'what it breaks should be so and need not: a warning, not an error' })),
]
