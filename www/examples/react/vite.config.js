export default {
  base: './', // the build works in any folder
  esbuild: { jsx: 'automatic' },
  optimizeDeps: { exclude: ['city-compare'] }, // the development server leaves the package's files where they are
};
