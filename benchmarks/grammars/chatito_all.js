// Everything a Chatito grammar says, one intent>>>text a line: node chatito_all.js FOLDER_OF_NODE_MODULES FILE
const fs = require('fs');
const path = require('path');

const [modules, file] = process.argv.slice(2);
const chatito = require(path.join(modules, 'chatito/dist/main.js'));
const imported = (from, name) => {
    const filePath = path.resolve(path.dirname(from), name);
    return { filePath, dsl: fs.readFileSync(filePath, 'utf8') };
};
const defined = chatito.definitionsFromAST(
    chatito.astFromString(fs.readFileSync(file, 'utf8')), imported, path.resolve(file));
const said = new Set();
for (const intent of Object.keys(defined.Intent)) {
    for (const tokens of chatito.allExamplesGenerator(defined, defined.Intent[intent])) {
        said.add(intent + '>>>' + tokens.map(token => token.value).join(''));
    }
}
for (const line of said) {
    console.log(line);
}
