#!/usr/bin/env bash
# Builds factcheck/page/static/codemirror.js anew from the packages that package.json names, to the version; needs npm.
# What is built is checked in, so that who uses or packages factcheck needs none of this.
set -euo pipefail
cd "$(dirname "$0")"
static=$PWD/../../factcheck/page/static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json editor.js "$work"
cd "$work"
npm install --no-package-lock --no-audit --no-fund --loglevel=error
packages=$(node -p 'Object.keys(require("./package.json").dependencies).join(" ")')
{
    echo "codemirror.js is made of these packages, each under the MIT licence below:"
    for package in $packages; do
        echo "- $package $(node -p "require('./node_modules/$package/package.json').version")"
    done
    for package in $packages; do
        printf '\n---- %s ----\n\n' "$package"
        cat "node_modules/$package/LICENSE"
    done
} > "$static/codemirror.LICENSE.txt"
npx esbuild editor.js --bundle --minify --format=esm --target=es2022 --charset=utf8 --legal-comments=none \
    --banner:js="/* CodeMirror 6, MIT licence: codemirror.LICENSE.txt. Built by tools/codemirror/build.sh. */" \
    --outfile="$static/codemirror.js"
