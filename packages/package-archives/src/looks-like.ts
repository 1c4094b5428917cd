import { readUint32 } from './byte-view.ts'

/**
 * Whether the bytes begin as a zip archive does (an empty one included). Says nothing about the rest:
 * {@link openArchive} does. Archives with bytes before them, such as self-extracting programs, give false.
 */
export function isArchive(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  const signature = readUint32(bytes, 0)
  return signature === 0x04034b50 || signature === 0x06054b50
}

const signatures: readonly (readonly [magic: string, description: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['\x1f\x8b', 'a gzip file'],
  ['BZh', 'a bzip2 file'],
  ['\xfd7zXZ\0', 'an xz file'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard file'],
  ['MSCF', 'a Windows cabinet file'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document or an installer'],
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['MZ', 'a Windows program'],
  ['\x7fELF', 'a Linux program'],
  ['PK\x07\x08', 'the first part of a zip archive split over several files'],
  ['PK', 'a damaged zip archive'],
  ['version https://git-lfs.', 'a Git LFS pointer that stands for a file not downloaded'],
]

/** Names the kind of file by its first bytes, for a sentence that says what was given instead of a zip. */
export function looksLike(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file'
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  const known = signatures.find(([magic]) => head.startsWith(magic))
  if (known) return known[1]
  if (head.startsWith('ustar', 257)) return 'a tar archive'
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return 'a text in UTF-16'
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(!doctype html|html|head|body)\b/i.test(text)) return 'an HTML page'
  if (/^<(\?xml|[A-Za-z])/.test(text)) return 'an XML file'
  if (/^(\{\s*["}]|\[\s*["{[\]\d])/.test(text)) return 'a JSON file'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (!/[\0-\x08\x0e-\x1a]/.test(head)) return 'a text file'
  return 'a file of unknown kind'
}
