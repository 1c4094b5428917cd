import { cp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Shows every component to eyes: build the tracker, run this, and open the files it names.
const { galleryPages } = await import(new URL('../build/pages/components/gallery-pages.js', import.meta.url).href)
const assets = join(import.meta.dirname, '../build/assets')
const target = process.argv[2] ?? join(tmpdir(), 'sevenstep-gallery')
await mkdir(target, { recursive: true })
await cp(assets, join(target, 'assets'), { recursive: true, force: true })
for (const [name, html] of Object.entries<string>(galleryPages(assets))) {
  const file = join(target, `${name}.html`)
  await writeFile(file, html.replaceAll('"/assets/', '"assets/'))
  console.log(file)
}
