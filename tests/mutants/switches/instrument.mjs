// Scripts in which every mutant is there, behind a switch: `node instrument.mjs FOLDER FILE …` writes them over the files and
// prints what each mutant changes. Stryker's instrumenter makes them, and lies in the folder; numbers, which it leaves
// alone, get a switch of ours.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const from = createRequire(join(folder, "package.json"));
const bring = async (name) => import(pathToFileURL(from.resolve(name)));
const { createInstrumenter } = await bring("@stryker-mutator/instrumenter");
const { createInjector } = await bring("typed-inject");
const { parse } = await bring("@babel/parser");

const NUMBER = "btlNumber"; // what a number is wrapped in: `btlNumber("7", 400)`
const larger = (number) => (number < 10 ? number + 1 : number * 10);

// Every number of a tree, but those that are keys.
const numbers = (node, found = []) => {
  if (node?.type === "NumericLiteral") found.push(node);
  for (const [key, value] of Object.entries(node ?? {})) {
    if (node.type === "ObjectProperty" && key === "key") continue;
    for (const each of [value].flat()) if (typeof each?.type === "string") numbers(each, found);
  }
  return found;
};

const told = [];
const name = (file) => file.replace(/^.*course\//, "course/").replace(/\.js$/, "").replaceAll("/", ".");

const withNumbers = (file, source) => {
  let written = source;
  for (const { start, end, value, loc } of numbers(parse(source, { sourceType: "module" }).program).reverse()) {
    const id = `n${told.length}`;
    const line = source.split("\n")[loc.start.line - 1];
    const [before, after] = [line.slice(0, loc.start.column), line.slice(loc.end.column)];
    told.push({ id, function: name(file), was: line.trim(), became: `${before}${larger(value)}${after}`.trim() });
    written = `${written.slice(0, start)}${NUMBER}("${id}", ${value}, ${larger(value)})${written.slice(end)}`;
  }
  return written;
};

const plain = (text) => text.replace(new RegExp(`${NUMBER}\\("n\\d+", ([^,]+), [^)]+\\)`, "g"), "$1").replace(/\s+/g, " ").trim();

// The whole line, or lines, that a mutant changes, before and after.
const change = (source, { location: { start, end }, replacement }) => {
  const lines = source.split("\n");
  const [before, after] = [lines[start.line].slice(0, start.column), lines[end.line].slice(end.column)];
  const was = lines.slice(start.line, end.line + 1).join("\n");
  return { was: plain(was), became: plain(`${before}${replacement}${after}`) };
};

const isOfNumber = (path) => path.parentPath?.isCallExpression() && path.parent.callee.name === NUMBER;
const ignorer = { shouldIgnore: (path) => (isOfNumber(path) ? "it is the name of a number's switch" : undefined) };
const log = { debug() {}, info() {}, warn: console.error, isDebugEnabled: () => false };
const instrumenter = createInjector().provideValue("logger", log).injectFunction(createInstrumenter);

const sources = new Map(files.map((file) => [file, withNumbers(file, readFileSync(file, "utf-8"))]));
const given = [...sources].map(([file, content]) => ({ name: file, mutate: true, content }));
const options = { plugins: null, excludedMutations: [], ignorers: [ignorer], noHeader: true };
const made = await instrumenter.instrument(given, options);
for (const { name: file, content } of made.files) writeFileSync(file, content);
for (const mutant of made.mutants.filter(({ status }) => status !== "Ignored")) {
  told.push({ id: mutant.id, function: name(mutant.fileName), ...change(sources.get(mutant.fileName), mutant) });
}
console.log(JSON.stringify(told));
