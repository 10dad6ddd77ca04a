/** Text as an attacker would put it into a repository: for property tests of everything that prints it. */
import fc from 'fast-check';

export const TRICKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '</details></summary>',
  '`',
  '```',
  '|',
  '| a | b |\n|--|--|',
  '@octocat',
  '@acme/team',
  '#1',
  'acme/chat#12',
  ':rocket:',
  '::error::owned',
  '\n::set-output name=a::b',
  '##[error]owned',
  'https://evil.example/x',
  'www.evil.example',
  '[text](javascript:alert(1))',
  '![](https://evil.example/pixel.png)',
  '\\',
  '**bold** _it_ ~~no~~ $x$',
  '# heading',
  '- item',
  '1. item',
  '&lt;b&gt;',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  '\u202e\u2066\u200f',
  '\u2028\u2029\ufeff',
  '\ud800',
  'e\u0301 漢字 👨‍👩‍👧',
  '\t',
  '\r\n',
  '\u0000',
];

/** Tricks, ordinary words and arbitrary characters in any order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TRICKS),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('word', ' ', 'fn main()'),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

/** The same, but with something to see in it. */
export const hostileWords: fc.Arbitrary<string> = hostileText.map((text) => `a${text}z`);
