// How the custom elements manifest is made: from the element's class and its comments, under the name of the published file.

const MODULE = 'city-compare.js';
const ELEMENT = 'CityCompare';

export default {
  globs: ['element/element.js', 'element/attributes.js'],
  packagejson: false, // it names the manifest already
  plugins: [
    {
      name: 'published',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) => path.endsWith('/element.js'));
        for (const module of customElementsManifest.modules) {
          module.path = MODULE;
          for (const { declaration } of module.exports) declaration.module = MODULE;
          module.declarations = module.declarations.filter(({ name }) => name === ELEMENT);
          module.exports = [
            { kind: 'custom-element-definition', name: 'city-compare', declaration: { name: ELEMENT, module: MODULE } },
            ...module.exports,
          ];
          for (const declaration of module.declarations) Object.assign(declaration, described(declaration));
        }
      },
    },
  ],
};

/** The declaration as a page sees it: one class, nothing of what is private, and each property beside its attribute. */
function described({ members, attributes, events, ...rest }) {
  const names = attributes.map(({ name }) => name);
  const seen = members.filter(
    ({ privacy, name, static: own }) => privacy !== 'private' && !own && !name.startsWith('#') && !CALLED.has(name),
  );
  return {
    ...rest,
    superclass: { name: 'HTMLElement' },
    attributes: attributes
      .filter(({ name }) => name)
      .map(({ inheritedFrom, ...attribute }) => ({ ...attribute, fieldName: attribute.name })),
    members: seen.map((member) => (member.kind === 'field' ? property(member, names) : member)),
    events: events.filter(({ name }) => name), // the analyzer lists the call that dispatches them, too
  };
}

/** A property: what may be assigned is its type, and what is read where nothing may. */
function property({ parameters, return: read, inheritedFrom, ...rest }, attributes) {
  const { type } = parameters?.[0] ?? read;
  return { ...rest, type, ...(attributes.includes(rest.name) ? { attribute: rest.name } : {}) };
}

/** What the browser calls is no one else's to call. */
const CALLED = new Set(['adoptedCallback', 'attributeChangedCallback', 'connectedCallback', 'disconnectedCallback']);
