"""Things that can be made again, kept between runs in one folder: losing them costs time, never an answer."""
