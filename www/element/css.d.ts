// A style sheet, which xtask/tools/bundle.mjs puts into the script as text.
declare module '*.css' {
  const text: string;
  export default text;
}
