"""What pictures are drawn with: charts, styles of links, marks of standings, the width of a text."""
