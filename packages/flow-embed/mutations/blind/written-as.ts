import type { HostFile } from './blind-fault.ts'

/** A page and its script written in another way: the files, and the one in which the script stands now. */
export interface Written {
  readonly files: Readonly<Record<string, string>>
  readonly script: string
}

type Pair = Readonly<Record<HostFile, string>>

const renamed = (name: string, { 'index.html': page, 'desk.js': script }: Pair): Written => ({
  files: { 'index.html': page.replace('desk.js', name), [name]: script },
  script: name,
})

/** The ways in which the same page is handed in. */
export const waysToWrite: Readonly<Record<string, (pair: Pair) => Written>> = {
  'two files': ({ 'index.html': page, 'desk.js': script }) => ({
    files: { 'index.html': page, 'desk.js': script },
    script: 'desk.js',
  }),
  'a script in the page': ({ 'index.html': page, 'desk.js': script }) => ({
    files: {
      'index.html': page.replace(
        '<script src="desk.js" type="module"></script>',
        () => `<script type="module">\n${script}</script>`,
      ),
    },
    script: 'index.html',
  }),
  TypeScript: (pair) => {
    const typed = pair['desk.js']
      .replace('function tokenForFlows()', 'function tokenForFlows(): Promise<string>')
      .replace('function tell(text)', 'function tell(text: string): void')
    return renamed('desk.ts', { ...pair, 'desk.js': typed })
  },
  'TypeScript with JSX': (pair) => renamed('desk.tsx', pair),
  'a Vue component': ({ 'index.html': page, 'desk.js': script }) => ({
    files: {
      'index.html': page.replace('desk.js', 'main.js'),
      'main.js': "import App from './App.vue'\n",
      'App.vue': `<template><p>Your desk</p></template>\n<script setup lang="ts">\n${script}</script>\n`,
    },
    script: 'App.vue',
  }),
}
