"""What need not be made again? Things kept between runs in one folder: losing them costs time, never an answer."""
