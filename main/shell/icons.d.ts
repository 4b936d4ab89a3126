/** A file that the build puts beside the bundle; the import is its path there. */
declare module '*.png?asset' {
  const path: string;
  export default path;
}
