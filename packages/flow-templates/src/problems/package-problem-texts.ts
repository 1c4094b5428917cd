import type { Message } from '@sevenstep/findings'
import type { PackageProblemEffect } from './package-problem.ts'

/** Everything that this package itself can find wrong; archives add codes of their own. */
export type PackageProblemCode = keyof typeof texts

type Text = Message & { readonly effect: PackageProblemEffect }

const texts = {
  'not-a-package': {
    effect: 'package',
    what: '{file} is neither an exported flow package nor a solution: {detail}.',
    why: 'An exported package has a manifest.json with resources, a solution a solution.xml; without them nothing says what is in it.',
    fix: 'Export the flow as a package (.zip), or the solution that holds it, and give that file or its unpacked folder.',
  },
  'nested-package': {
    effect: 'package',
    what: '{file} holds its package one level too deep, in the folder {name}.',
    why: 'Power Automate looks for manifest.json or solution.xml at the top and refuses a package where they are not.',
    fix: 'Give that folder, or zip what is in it instead of the folder itself.',
  },
  'two-packages': {
    effect: 'package',
    what: '{file} has both {name} and {other} at its top, which belong to different kinds of packages.',
    why: 'Nothing says which of the two is meant, and they are imported in different ways.',
    fix: 'Keep each in a file or folder of its own.',
  },
  'file-name-refused': {
    effect: 'part',
    what: 'A file cannot be part of a package: {detail}',
    why: 'Written somewhere else, such a name would lead out of the folder or to no file at all.',
    fix: 'Rename the file.',
  },
  'duplicate-file': {
    effect: 'part',
    what: '{name} was given more than once.',
    why: 'Nothing says which of them is meant, so neither was read.',
    fix: 'Give each file once.',
  },
  'name-case': {
    effect: 'none',
    what: 'The file is called {name}, where {other} is the name that is looked for.',
    why: 'Import looks for the exact name on some routes. It was read, because nothing else can be meant.',
    fix: 'Rename it to {other}.',
  },
  'name-ambiguous': {
    effect: 'part',
    what: '{name} could be any of several files that differ only in upper and lower case.',
    why: 'Nothing says which is meant, so none was read.',
    fix: 'Keep the one that is meant and remove the others.',
  },
  'file-missing': {
    effect: 'part',
    what: '{name}, which {other} names, is not in the package.',
    why: 'Import stops when a part that is announced is not there.',
    fix: 'Export the package again, or take the part out of {other}.',
  },
  'file-too-large': {
    effect: 'part',
    what: '{file} is too large to be understood ({detail}).',
    why: 'Files of this kind have at most a few megabytes; this one was kept as it is but not read.',
    fix: 'Check what it holds; export the package again.',
  },
  'not-utf-8': {
    effect: 'none',
    what: '{file} is not UTF-8 ({detail}).',
    why: 'Import reads UTF-8. The file was read all the same; editing it is refused.',
    fix: 'Save it as UTF-8.',
  },
  'json-recovered': {
    effect: 'none',
    what: '{file} is not quite JSON: {detail}.',
    why: 'Import may refuse it. It was read on, because only one meaning is possible.',
    fix: 'Correct this place.',
  },
  'json-byte-order-mark': {
    effect: 'none',
    what: '{file} begins with a byte-order mark.',
    why: 'Exports have it now and then and import takes it, but JSON has no such mark and many programs stop at it.',
    fix: 'Nothing has to be done; saving the file as UTF-8 without a mark removes it.',
  },
  'json-broken': {
    effect: 'part',
    what: '{file} is not JSON: {detail}.',
    why: 'What comes behind this place could not be read.',
    fix: 'Correct this place, or export the package again.',
  },
  'json-misshapen': {
    effect: 'part',
    what: '{name} in {file} is {detail}.',
    why: 'It could not be understood and was left out; the file itself is kept as it is.',
    fix: 'Give it the form that exports have.',
  },
  'definition-misshapen': {
    effect: 'part',
    what: 'In the definition, {name} is {detail}.',
    why: 'A definition with a part of the wrong form is refused on import, so this one was not taken as a definition.',
    fix: 'Give it the form that the designer writes.',
  },
  'xml-broken': {
    effect: 'part',
    what: '{file} is not well-formed XML: {detail}.',
    why: 'What comes behind this place could not be read.',
    fix: 'Correct this place, or export the solution again.',
  },
  'xml-doctype': {
    effect: 'part',
    what: '{file} has a document type declaration.',
    why: 'Solutions never have one, and what it declares can make a small file unpack to gigabytes or read other files. It was not read.',
    fix: 'Remove everything from <!DOCTYPE to its closing bracket.',
  },
  'xml-too-deep': {
    effect: 'part',
    what: '{file} has elements inside one another more than {detail} deep.',
    why: 'Real solutions stay far below; what is built like this is made to exhaust its reader.',
    fix: 'Export the solution again.',
  },
  'xml-too-many': {
    effect: 'part',
    what: '{file} has more than {detail} elements and attributes.',
    why: 'The file was kept as it is but not read, because reading it would take too much memory.',
    fix: 'Split the solution, or check what the file holds.',
  },
  'xml-unexpected-root': {
    effect: 'part',
    what: 'The outermost element of {file} is {name}, where {other} is expected.',
    why: 'What the file says cannot be understood without it.',
    fix: 'Export the solution again.',
  },
  'value-missing': {
    effect: 'part',
    what: '{file} does not say {detail}.',
    why: 'Import needs it.',
    fix: 'Export the package again, or add it.',
  },
  'version-not-dotted': {
    effect: 'part',
    what: 'The version {name} is not made of numbers with dots between them.',
    why: 'Which of two versions is newer is decided by these numbers.',
    fix: 'Write it like 1.0.0.1.',
  },
  'managed-unknown': {
    effect: 'part',
    what: 'Managed is {name}, where 0, 1 or 2 is expected.',
    why: 'Whether the solution is managed decides how it may be imported, changed and removed.',
    fix: 'Write 0 for unmanaged, 1 for managed, 2 for sources of both.',
  },
  'id-duplicate': {
    effect: 'part',
    what: '{name} is declared more than once in {file}.',
    why: 'Nothing says which declaration is meant; the first was taken.',
    fix: 'Remove the others.',
  },
  'flow-undeclared': {
    effect: 'part',
    what: '{file} is a flow that {other} does not name.',
    why: 'Import passes it over.',
    fix: 'Export the package again with this flow, or remove the file.',
  },
  'resource-unknown': {
    effect: 'part',
    what: '{name} refers to {other}, and no resource of the package has that key.',
    why: 'Import cannot tell which connection or connector is meant.',
    fix: 'Export the package again.',
  },
  'connection-reference-unknown-form': {
    effect: 'part',
    what: 'The connection reference {name} is written in no form that is known.',
    why: 'Which connection the flow uses cannot be told.',
    fix: 'Save the flow in the designer and export it again.',
  },
  'values-conflict': {
    effect: 'part',
    what: 'The environment variable {name} has more than one current value.',
    why: 'Only one can apply; import fails or picks one.',
    fix: 'Keep the one that is meant, or better none: current values belong to the target.',
  },
  'entry-lost': {
    effect: 'package',
    what: '{name} could not be read, so the package cannot be written back whole.',
    why: 'A package written without it would silently lack a part.',
    fix: 'Mend the original first, then read it again.',
  },
  'edit-target-missing': {
    effect: 'package',
    what: 'The package has no {detail} {name}.',
    why: 'There is nothing to change.',
    fix: 'Check the name; the package as read lists what there is.',
  },
  'edit-value-refused': {
    effect: 'package',
    what: '{name} cannot be set: {detail}.',
    why: 'Import would refuse the package.',
    fix: 'Give a value that fits.',
  },
  'edit-impossible': {
    effect: 'package',
    what: '{file} cannot be changed: {detail}.',
    why: 'A change could damage what was not understood.',
    fix: 'Mend the file first, then read the package again.',
  },
  'pack-unknown-part': {
    effect: 'package',
    what: '{name} has a packed form that is not known here.',
    why: 'A solution packed without it, or with it in the wrong form, would be imported incompletely.',
    fix: 'Pack the folder with SolutionPackager (pac solution pack) and give the zip.',
  },
  'path-not-found': {
    effect: 'package',
    what: '{file} does not exist.',
    why: 'There is nothing to read.',
    fix: 'Check the spelling, and from which folder the path counts.',
  },
  'path-not-permitted': {
    effect: 'package',
    what: '{file} may not be used by this user.',
    why: 'The system refused it.',
    fix: 'Give the permission, or run as a user who has it.',
  },
  'path-fault': {
    effect: 'package',
    what: '{file} could not be read or written ({detail}).',
    why: 'The system reported a fault.',
    fix: 'Check the disk and the path, then try again.',
  },
  'path-exists': {
    effect: 'package',
    what: '{file} is there already.',
    why: 'Writing over it could destroy what someone still needs.',
    fix: 'Choose another path, or remove it first.',
  },
  'path-special': {
    effect: 'part',
    what: '{file} is {detail}.',
    why: 'It could lead out of the folder or never end, so it was left out.',
    fix: 'Put a regular file in its place.',
  },
  'folder-too-large': {
    effect: 'package',
    what: '{file} holds too much to be a package ({detail}).',
    why: 'Reading stopped, because the folder is something else or would fill the memory.',
    fix: 'Give the folder of one package.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** The sentences of every problem, with places for facts in braces. */
export const packageProblemTexts: Readonly<Record<PackageProblemCode, Text>> = texts
