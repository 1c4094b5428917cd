/** Kinds that were wrong about the facts, and are gone. */
export const droppedFaults: readonly { readonly name: string; readonly because: string }[] = [
  {
    name: 'the run is ended inside a loop',
    because: 'no page and no issue could be found that says the service refuses it',
  },
  {
    name: 'a version of three parts',
    because: 'no source says import refuses it; versions of two parts stand in real solutions',
  },
]

/** Kinds whose place, severity or words were too narrow, and what they say now. */
export const correctedFaults: readonly { readonly name: string; readonly because: string }[] = [
  {
    name: 'the definition of the flow is left out',
    because: 'the resource in manifest.json that announces it is as right a place as the list of folders',
  },
  {
    name: 'a flow is listed whose file is not there',
    because: 'the element of the workflow is as right a place as the name of the file in it',
  },
  { name: '501 actions', because: 'the first action beyond the limit is as right a place as the actions as a whole' },
  { name: 'two actions wait for each other', because: '“waits for itself” says it too' },
  {
    name: 'a reference is mapped to no connector',
    because: 'what import does without the map is not documented: a warning, not an error',
  },
  {
    name: 'the manifest was mended by hand and has a comma too many',
    because: 'import may read past a comma: a warning, not an error',
  },
  {
    name: 'two cases of a switch with the same value',
    because: 'that saving is refused is written nowhere; that the second case never runs is certain: a warning',
  },
  {
    name: 'a source of a connection that does not exist',
    because: 'the requirement is one that should be met, not one that must: a warning',
  },
  {
    name: 'a description of 257 characters',
    because: 'flows with longer ones run, whatever the page says: a warning',
  },
]
