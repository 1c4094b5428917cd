import type { ArchiveProblemEffect } from './archive-problem.ts'

interface ProblemText {
  readonly effect: ArchiveProblemEffect
  readonly what: string
  readonly why: string
  readonly fix: string
}

const zipAgain = 'Make the zip again from the original files with an up-to-date zip program.'
const renameFile = 'Rename the file and make the zip again.'

/** Every problem an archive can have: what it costs and the sentences it is told in. */
export const archiveProblemTexts = {
  'not-a-zip': {
    effect: 'archive',
    what: '{archive} is not a zip archive: {detail}.',
    why: 'Only zip archives can be opened here; the name of a file does not make it one.',
    fix: 'Give the zip itself. If it was downloaded, check that the download gave the file and not a page about it.',
  },
  truncated: {
    effect: 'archive',
    what: '{archive} begins as a zip archive but its end is missing: {detail}.',
    why: 'The list of files stands at the end of a zip, so without it nothing can be read reliably.',
    fix: 'Upload or copy the file again and compare its size with the original; if it is the same, make the zip again.',
  },
  'ambiguous-archive': {
    effect: 'archive',
    what: '{archive} can be read as more than one zip archive: {detail}.',
    why: 'Different programs would see different files in it, so a check of one says nothing about the other.',
    fix: `${zipAgain} Do not join zip files end to end, and leave the archive comment empty.`,
  },
  'directory-broken': {
    effect: 'archive',
    what: 'The list of files in {archive} is damaged: {detail}.',
    why: 'Without an intact list it is not certain which files the archive holds.',
    fix: zipAgain,
  },
  'multi-disk': {
    effect: 'archive',
    what: '{archive} is one part of a zip split over several files: {detail}.',
    why: 'The other parts are needed to read it, and none of the services that take packages accept split archives.',
    fix: 'Make one zip, without splitting it into volumes.',
  },
  'too-many-entries': {
    effect: 'archive',
    what: '{archive} holds more files than may be opened: {detail}.',
    why: 'The number of files is limited, over an archive and all archives inside it, so that no upload can exhaust the machine.',
    fix: 'Leave out what does not belong in the package, such as node_modules or build output.',
  },
  'too-deep': {
    effect: 'archive',
    what: '{archive} lies too deep inside other archives: {detail}.',
    why: 'Archives within archives are opened to a limited depth, because each level can multiply what has to be read.',
    fix: 'Remove the superfluous levels of zipping.',
  },
  'name-traversal': {
    effect: 'entry',
    what: 'The entry {path} in {archive} climbs out of the archive with "..".',
    why: 'Unpacked, it could overwrite files elsewhere on the disk; this is a known attack.',
    fix: 'Zip the folder from within, so that names are relative to it. If you did not make this zip, do not unpack it.',
  },
  'name-absolute': {
    effect: 'entry',
    what: 'The entry {path} in {archive} has an absolute name.',
    why: 'Unpacked, it could land anywhere on the disk instead of in the chosen folder.',
    fix: 'Zip the folder from within, so that names do not begin with "/" or a drive letter.',
  },
  'name-control-character': {
    effect: 'entry',
    what: 'The name {path} in {archive} holds a control or text-direction character.',
    why: 'Such characters cut a name short in some programs, or make it look like another.',
    fix: renameFile,
  },
  'name-too-long': {
    effect: 'entry',
    what: 'The name {path} in {archive} is too long: {detail}.',
    why: 'Names of this length cannot be unpacked on most systems.',
    fix: 'Shorten the folder and file names and make the zip again.',
  },
  'name-empty': {
    effect: 'entry',
    what: 'An entry in {archive} has no name.',
    why: 'A file without a name cannot be unpacked or referred to.',
    fix: zipAgain,
  },
  'name-reserved': {
    effect: 'entry',
    what: 'The entry {path} in {archive} uses the name "__proto__".',
    why: 'JavaScript programs that keep files in an object by name can be taken over with it.',
    fix: renameFile,
  },
  'symbolic-link': {
    effect: 'entry',
    what: 'The entry {path} in {archive} is a symbolic link.',
    why: 'A link can point out of the archive, and it holds no content of its own.',
    fix: 'Zip the file that the link points to instead of the link.',
  },
  'special-file': {
    effect: 'entry',
    what: 'The entry {path} in {archive} is neither a file nor a folder but {detail}.',
    why: 'Devices, pipes and sockets hold no content and have no place in a package.',
    fix: 'Leave it out and make the zip again.',
  },
  'duplicate-name': {
    effect: 'entry',
    what: '{archive} holds more than one entry named {path}.',
    why: 'Some programs take the first and some the last, so it is not certain which content counts.',
    fix: 'Make the zip anew instead of adding to an existing one, so that each name occurs once.',
  },
  'overlapping-entries': {
    effect: 'entry',
    what: 'The data of {path} in {archive} overlaps {detail}.',
    why: 'Sound archives never share bytes between files; zip bombs do, to unpack the same bytes many times.',
    fix: `Do not unpack it if you did not make it. ${zipAgain}`,
  },
  'entry-header-missing': {
    effect: 'entry',
    what: '{archive} lists {path}, but there is no entry where it should begin: {detail}.',
    why: 'The file cannot be found in the archive.',
    fix: 'The file may have been damaged on its way or converted as text; copy it again, or make the zip again.',
  },
  'header-mismatch': {
    effect: 'entry',
    what: 'The list of files in {archive} and the entry {path} itself disagree about {detail}.',
    why: 'Programs that read the list and programs that read the entries would see different files.',
    fix: zipAgain,
  },
  encrypted: {
    effect: 'entry',
    what: 'The entry {path} in {archive} is encrypted.',
    why: 'It cannot be read without a password, and no service that takes packages would ask for one.',
    fix: 'Make the zip without a password.',
  },
  'unsupported-method': {
    effect: 'entry',
    what: 'The entry {path} in {archive} is packed in a way that is not supported: {detail}.',
    why: 'Packages are read everywhere only when files are stored or deflated.',
    fix: 'Make the zip with the method "Deflate" (in 7-Zip: archive format zip, compression method Deflate).',
  },
  'entry-too-large': {
    effect: 'entry',
    what: 'The entry {path} in {archive} is too large to open: {detail}.',
    why: 'The size of a single file is limited so that no upload can exhaust the memory.',
    fix: 'Leave the file out of the package, or make it smaller.',
  },
  'ratio-too-high': {
    effect: 'entry',
    what: 'The entry {path} in {archive} would grow out of proportion when unpacked: {detail}.',
    why: 'Real files do not shrink that far; archives made to exhaust the machine do.',
    fix: 'Leave the file out of the package. If you did not make this zip, do not unpack it.',
  },
  'budget-spent': {
    effect: 'entry',
    what: 'The entry {path} in {archive} was not read, because too much was unpacked already: {detail}.',
    why: 'All archives inside one package share one limit, so that nesting cannot multiply it.',
    fix: 'Make the package smaller. A program may give a larger budget for packages it trusts.',
  },
  'size-mismatch': {
    effect: 'entry',
    what: 'The entry {path} in {archive} does not have the size it declares: {detail}.',
    why: 'Either the archive is damaged or it was made to deceive checks that trust the declared size.',
    fix: zipAgain,
  },
  'checksum-mismatch': {
    effect: 'entry',
    what: 'The content of {path} in {archive} does not match its checksum: {detail}.',
    why: 'The content was changed or damaged after the zip was made.',
    fix: 'Copy the file again from where it came from, or make the zip again.',
  },
  'data-broken': {
    effect: 'entry',
    what: 'The compressed data of {path} in {archive} is damaged: {detail}.',
    why: 'The content cannot be restored.',
    fix: 'Copy the file again from where it came from, or make the zip again.',
  },
  'folder-with-content': {
    effect: 'entry',
    what: 'The entry {path} in {archive} is named as a folder but carries content.',
    why: 'Programs disagree about whether it is a folder or a file, so content can hide in it.',
    fix: zipAgain,
  },
  'empty-archive': {
    effect: 'none',
    what: '{archive} is an empty zip archive.',
    why: 'There is nothing in it to check.',
    fix: 'Check that the right folder was zipped.',
  },
  'leading-bytes': {
    effect: 'none',
    what: '{archive} has {detail} before the zip archive begins.',
    why: 'Programs that expect a zip from the first byte refuse it, and a file can pose as two formats this way.',
    fix: 'Give the zip itself, not a self-extracting program or a mail attachment with its headers.',
  },
  'trailing-bytes': {
    effect: 'none',
    what: '{archive} has {detail} after the zip archive ends.',
    why: 'Strict programs refuse it, and foreign content can be hidden there.',
    fix: zipAgain,
  },
  'unlisted-bytes': {
    effect: 'none',
    what: '{archive} holds {detail} that belong to no listed file.',
    why: 'Programs that read from front to back may find files there that the list does not show.',
    fix: 'Make the zip anew instead of changing an existing one.',
  },
  'name-backslash': {
    effect: 'none',
    what: 'The name {path} in {archive} separates folders with backslashes.',
    why: 'The zip format asks for "/"; outside Windows the whole name becomes one file name.',
    fix: 'Make the zip with a current program (PowerShell 5 and .NET before 4.6.1 write backslashes).',
  },
  'name-not-portable': {
    effect: 'none',
    what: 'The name {path} in {archive} cannot be used on Windows: {detail}.',
    why: 'The package could not be unpacked on every machine that has to handle it.',
    fix: renameFile,
  },
  'name-encoding': {
    effect: 'none',
    what: 'The name {path} in {archive} is not encoded as it says: {detail}.',
    why: 'Other programs may show the name with different letters.',
    fix: 'Use plain ASCII letters in file names, or make the zip with a program that writes UTF-8 names.',
  },
  'case-collision': {
    effect: 'none',
    what: 'The names {path} and {detail} in {archive} differ only in case or in how accents are written.',
    why: 'On Windows and macOS one overwrites the other when unpacked.',
    fix: 'Keep one of the two.',
  },
  'file-is-folder': {
    effect: 'none',
    what: '{path} in {archive} is a file, but {detail} lies inside a folder of that name.',
    why: 'Unpacking fails for one of the two.',
    fix: 'Rename one of the two and make the zip again.',
  },
} as const satisfies Readonly<Record<string, ProblemText>>

/** The closed list of problem codes; the README explains each. */
export type ArchiveProblemCode = keyof typeof archiveProblemTexts
