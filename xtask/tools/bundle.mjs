// Makes the scripts of dist/ from the modules in www/, with esbuild: bundled, minified, and in letters of ASCII alone, so that
// a page in an older encoding reads them, too.
//
//   node xtask/tools/bundle.mjs OUT              every script as for development, beside the glue that lies there (trunk calls
//                                                this: see Trunk.toml)
//   node xtask/tools/bundle.mjs OUT release V    the same for the release V: the loader knows the digests of what lies in OUT,
//                                                and the bundle holds it
//   node xtask/tools/bundle.mjs OUT worker V     the service worker of the version V; which files it keeps comes as JSON by stdin
//   node xtask/tools/bundle.mjs OUT types        the declarations and custom-elements.json
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WWW = join(ROOT, 'www');
const TOOLS = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'tools');

/** The oldest browsers that the scripts are written for; docs/embedding.md names them. */
const TARGET = ['chrome96', 'firefox100', 'safari15.4'];

/** Scripts that stand by themselves: what is published, and from which module. */
const SCRIPTS = {
  'city-compare-failure.js': 'element/seldom.js',
  'city-compare-embed.js': 'embed/host.js',
  'embed.js': 'embed/embed.js',
  'app.js': 'app/app.js',
  'app-title.js': 'app/app-title.js',
  'builder.js': 'app/builder.js',
  'first.js': 'app/first.js',
  'update.js': 'app/update.js',
  'service-worker.js': 'worker/service-worker.js',
  'examples/styleguide.js': 'examples/styleguide.js',
};

/** Scripts that a page loads without `type="module"`. */
const CLASSIC = new Set(['city-compare-embed.js', 'first.js', 'service-worker.js']);

const { build, transform } = await esbuild();

/** esbuild, which is installed here if it is not yet: `trunk serve` calls this without xtask. */
async function esbuild() {
  if (!existsSync(join(TOOLS, 'node_modules', 'esbuild'))) {
    mkdirSync(TOOLS, { recursive: true });
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(new URL(name, import.meta.url), join(TOOLS, name));
    run('npm', ['ci', '--no-audit', '--no-fund'], TOOLS);
  }
  return createRequire(join(TOOLS, 'package.json'))('esbuild');
}

/** Runs a program; what it says is seen when it fails. */
function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(error?.message ?? `${stdout}${stderr}`);
  console.error(`\n${program} ${args.join(' ')} failed in ${cwd}. Correct what stands above, then run the same command again.`);
  process.exit(1);
}

const digest = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Bundles one script. `modules` holds the text of modules that the build writes, by their path below www/. */
async function script(entry, { format = 'esm', modules = {}, define = {} } = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(WWW, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    target: TARGET,
    format,
    define,
    external: ['./builder.js', './update.js'],
    nodePaths: [join(TOOLS, 'node_modules')],
    logLevel: 'warning',
    plugins: [written(modules), sheets],
  });
  return outputFiles[0].text;
}

const written = (modules) => ({
  name: 'written',
  setup({ onLoad, onResolve }) {
    // A module may give way to another one, which is written by the build or lies elsewhere.
    onResolve({ filter: /^\.\// }, ({ path, resolveDir }) => {
      const other = modules[join(resolveDir, path)];
      return other?.path ? { path: other.path } : undefined;
    });
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const other = modules[path];
      return typeof other === 'string' ? { contents: other, loader: 'js' } : undefined;
    });
  },
});

/** A style sheet in a script: its text, made small. */
const sheets = {
  name: 'sheets',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const module = (path) => join(WWW, path);

/** The loader: other bundlers leave its import of a module alone when this comment says so, which esbuild takes away. */
async function loader(modules) {
  const text = await script('element/index.js', { modules });
  const imports = /\bimport\((?=[\w$]+\))/g;
  if (text.match(imports)?.length !== 1)
    throw new Error('The loader imports in another way than before: look at loader() in xtask/tools/bundle.mjs.');
  return text.replace(imports, 'import(/* @vite-ignore *//* webpackIgnore: true */');
}

/** What the element needs with the wasm module, in the place of the glue alone: both are one file, since neither is needed before. */
async function glued(out) {
  const glue = join(out, 'wasm/city-compare.js');
  writeFileSync(glue, await script('element/comparison.js', { modules: { [module('element/glue.js')]: { path: glue } } }));
  return glue;
}

async function development(out) {
  await glued(out);
  put(out, 'city-compare.js', await loader({}));
  await plain(out);
}

async function plain(out) {
  for (const [name, entry] of Object.entries(SCRIPTS)) put(out, name, await script(entry, { format: CLASSIC.has(name) ? 'iife' : 'esm' }));
}

/** Parts that the bundle and the one file leave out: what makes data of a city is a page of the app, and would be a third of the file. */
const APART = ['workbench', 'spreadsheet'];

async function release(out, version) {
  await plain(out);
  const glue = await glued(out);
  const parts = readdirSync(join(out, 'wasm'))
    .map((name) => /^city-compare-(\w+)\.wasm$/.exec(name)?.[1])
    .filter(Boolean)
    .sort();
  const files = {
    failure: 'city-compare-failure.js',
    styles: 'city-compare.css',
    glue: 'wasm/city-compare.js',
    wasm: 'wasm/city-compare_bg.wasm',
    ...Object.fromEntries(parts.map((name) => [name, `wasm/city-compare-${name}.wasm`])),
  };
  const read = (name) => readFileSync(join(out, files[name]));
  // The digests of the parts stand in the glue, which knows when they are needed.
  const digests = Object.fromEntries(['failure', 'styles', 'glue', 'wasm'].map((name) => [name, digest(read(name))]));
  const addresses = Object.entries(files).map(([name, file]) => `${name}: new URL('./${file}', import.meta.url).href`);
  put(out, 'city-compare.js', await loader({ [module('element/build.js')]: known(version, digests, `{ ${addresses.join(', ')} }`) }));
  const pack = await packer();
  const packed = Object.fromEntries(
    ['wasm', ...parts.filter((name) => !APART.includes(name))].map((name) => [name, inLetters(pack(read(name)))]),
  );
  put(
    out,
    'city-compare.bundle.js',
    await script('element/index.js', {
      format: 'iife',
      define: { 'import.meta.url': 'document.baseURI' },
      modules: {
        [module('element/build.js')]: known(version, packed, '{}'),
        [module('element/source.js')]: { path: module('element/packed.js') },
        [module('element/comparison.js')]: { path: glue },
      },
    }),
  );
}

/** Zstandard at its best, a seventh less than gzip; browsers have no decompressor for it, and fzstd is small and quick. */
async function packer() {
  const { compress, init } = createRequire(join(TOOLS, 'package.json'))('@bokuweb/zstd-wasm');
  await init();
  return (bytes) => compress(bytes, 22);
}

/**
 * Bytes as letters that www/element/packed.js reads: five for four bytes, a twelfth less than base64 would be. A letter is its value
 * from `(` on; `!` stands for `<`, which might end a script in a page, and `#` for a backslash.
 */
function inLetters(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const own = Math.min(4, bytes.length - at);
    let value = 0;
    for (let place = 0; place < 4; place += 1) value = value * 256 + (bytes[at + place] ?? 0);
    let five = '';
    for (let place = 0; place < 5; place += 1) {
      five = String.fromCharCode(40 + (value % 85)) + five;
      value = Math.floor(value / 85);
    }
    text += five.slice(0, own + 1);
  }
  return text.replaceAll('<', '!').replaceAll('\\', '#');
}

/** www/element/build.js as a release has it. */
const known = (version, digests, files) =>
  [
    `export const VERSION = ${JSON.stringify(version)};`,
    `export const DIGESTS = ${JSON.stringify(digests)};`,
    `export const FILES = ${files};`,
  ].join('\n');

async function worker(out, version) {
  const { kept, extra } = JSON.parse(readFileSync(0, 'utf8'));
  const text = [
    ['VERSION', version],
    ['KEPT', kept],
    ['EXTRA', extra],
  ]
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
  put(
    out,
    'service-worker.js',
    await script('worker/service-worker.js', { format: 'iife', modules: { [module('worker/build.js')]: text } }),
  );
}

/** The declarations that pages need, and no more: those of the element, of its types and of what they add to the browser's. */
function types(out) {
  const bin = (name) => join(TOOLS, 'node_modules', '.bin', name);
  const made = join(TOOLS, 'types');
  run(bin('tsc'), ['-p', 'element/tsconfig.json', '--outDir', made], WWW);
  cpSync(join(WWW, 'element/globals.d.ts'), join(made, 'globals.d.ts'));
  for (const name of ['element', 'attributes', 'types', 'globals'])
    put(out, `types/${name}.d.ts`, readFileSync(join(made, `${name}.d.ts`)));
  cpSync(join(WWW, 'element/published'), out, { recursive: true });
  run(bin('cem'), ['analyze', '--config', '../xtask/tools/manifest.config.mjs', '--outdir', relative(WWW, out), '--quiet'], WWW);
}

function put(out, name, text) {
  const path = join(out, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

const [out = process.env.TRUNK_STAGING_DIR, stage = 'development', version = ''] = process.argv.slice(2);
await { development, release, worker, types }[stage](out, version);
