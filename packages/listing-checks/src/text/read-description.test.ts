import { expect, test } from 'vitest'
import { readDescription } from './read-description.ts'

const faults = (html: string) => readDescription(html).faults.map(({ kind, name, at }) => `${kind} ${name} ${at}`)

test.each([
  ['<p>A</p><ul><li>B</li></ul><br><h6>C</h6><b><i><em>D</em></i></b>', []],
  ['A & B < C', []],
  ['<p>A<p>B</p>', ['unclosed p 0']],
  ['<ul><li>A<li>B</ul>', ['unclosed li 4', 'unclosed li 9']],
  ['A</b>', ['unopened b 1']],
  ['<b><i>A</b></i>', ['unclosed i 3', 'unopened i 11']],
  ['<p><a href="x">A</a></p>', ['tag a 3']],
  ['<p class="x" id="y">A</p>', ['attribute class of <p> 3', 'attribute id of <p> 13']],
  ['<DIV>A</DIV>', ['tag div 0']],
  ['A<!-- B -->', ['tag !-- 1']],
  ['<script>let a = "<p>"</script>', ['tag script 0']],
  ['<br/><br />', []],
  ['<img src=x>', ['tag img 0']],
])('%s', (html, expected) => {
  expect(faults(html)).toEqual(expected)
})

test('paragraphs are what a reader sees as such', () => {
  expect(readDescription('<h2>A</h2><p>B  <b>C</b></p>D\n\nE<br>F<ul><li>G</li></ul>').paragraphs).toEqual([
    'A',
    'B C',
    'D',
    'E F',
    'G',
  ])
})
